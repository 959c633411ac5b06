// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/router.h"

namespace Hearth {

class FileService;
class UserService;

// /api/v1/files, and the avatars of people and conversations.
void addFileRoutes(Router &router, FileService &files, UserService &users);

} // namespace Hearth
