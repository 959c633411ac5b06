// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "wire/requests.h"

// What GET /api/v1/search/messages answers.
namespace Hearth {

// A stretch of a message's content that was searched for, in UTF-16 code units.
struct Highlight {
    int offset = 0;
    int length = 0;

    bool operator==(const Highlight &) const = default;
};

template<typename F, Const<Highlight> T>
void describe(F &f, T &v)
{
    f.required("offset", v.offset);
    f.required("length", v.length);
}

struct SearchResult {
    Message message;
    QList<Highlight> highlights;

    bool operator==(const SearchResult &) const = default;
};

template<typename F, Const<SearchResult> T>
void describe(F &f, T &v)
{
    f.required("message", v.message);
    f.required("highlights", v.highlights);
}

template<>
inline constexpr const char *pageKey<SearchResult> = "results";

} // namespace Hearth
