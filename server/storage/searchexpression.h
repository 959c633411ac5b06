// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/searchprobe.h"

namespace Hearth {

// What is asked of the index of tokens, in the language of one database.
struct SearchExpression {
    QString exact;
    // What PostgreSQL's index can find by itself: it does not know the order of the words of a phrase. Every
    // exact match is among its matches.
    QString unordered;
};

[[nodiscard]] SearchExpression expressionOf(const SearchProbe &probe, SearchTokens::Backend backend);

// The same without the words of which the beginning is enough: it finds more.
[[nodiscard]] SearchProbe withoutBeginnings(SearchProbe probe);

[[nodiscard]] bool hasBeginnings(const SearchProbe &probe);

} // namespace Hearth
