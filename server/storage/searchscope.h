// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/searchprobe.h"

namespace Hearth {

// Turns what a person asked for into what the index is asked: people and conversations become the tokens that
// stand for them. See SearchStore::messages() for the errors; nothing when there cannot be any result.
[[nodiscard]] Result<std::optional<SearchProbe>> resolveSearch(Sql &sql, const UserId &viewer,
                                                               const MessageSearch &search,
                                                               const SearchPage &page);

} // namespace Hearth
