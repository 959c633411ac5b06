// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/searchpicker.h"

namespace Hearth {

class AvatarSource;
class UserSearchModel;

// A picker of people that searches while somebody types and says how the search went.
[[nodiscard]] SearchPicker *makePeoplePicker(UserSearchModel &people, Theme &theme, AvatarSource &avatars,
                                             QWidget *parent);

} // namespace Hearth
