// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/router.h"

namespace Hearth {

class MemberService;

// /api/v1/conversations/:id/members, and one's own settings of a conversation.
void addMemberRoutes(Router &router, MemberService &members);

} // namespace Hearth
