// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "wire/search.h"
#include "wire/searchparts.h"

#include <QStringList>

namespace Hearth {

// What somebody has typed so far: a filter that is not complete is left out, and one that does not exist is a
// word.
[[nodiscard]] QList<SearchPart> typedParts(QStringView text);

// The part as it is typed.
[[nodiscard]] QString searchText(const SearchPart &part);
[[nodiscard]] QString searchText(const QList<SearchPart> &parts);

// Where the words stand in a text: each at the beginning of a word, whatever its case and accents.
[[nodiscard]] QList<Highlight> highlightsOf(const QList<SearchPart> &parts, const QString &text);

// Chinese, Japanese or Korean: written without spaces, so that words are found anywhere.
[[nodiscard]] bool isWrittenWithoutSpaces(QStringView word);

} // namespace Hearth
