// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "wire/search.h"

#include <QStringList>

namespace Hearth {

// One part of what somebody looks for: a word, "some words" next to each other, or a filter like from:ana.
// The language is the server's (GET /api/v1/search/messages).
struct SearchPart {
    QString filter = {}; // from, in, before, after, has, is; empty for words
    QString value = {};
    bool exclude = false; // a minus before it
    bool phrase = false; // words in quotation marks

    bool operator==(const SearchPart &) const = default;
};

[[nodiscard]] QList<SearchPart> splitSearch(QStringView text);

// The part as it is typed.
[[nodiscard]] QString searchText(const SearchPart &part);
[[nodiscard]] QString searchText(const QList<SearchPart> &parts);

// Where the words stand in a text: each at the beginning of a word, whatever its case and accents.
[[nodiscard]] QList<Highlight> highlightsOf(const QList<SearchPart> &parts, const QString &text);

// Chinese, Japanese or Korean: written without spaces, so that words are found anywhere.
[[nodiscard]] bool isWrittenWithoutSpaces(QStringView word);

} // namespace Hearth
