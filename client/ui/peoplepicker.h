// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/searchpicker.h"

namespace Hearth {

class UserSearchModel;

// A picker of people that searches while somebody types and says how the search went.
[[nodiscard]] SearchPicker *makePeoplePicker(UserSearchModel &people, Theme &theme, QWidget *parent);

} // namespace Hearth
