// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace Hearth {

// One part of what somebody looks for, in the language of GET /api/v1/search/messages:
// [-][filter:](word or "words").
struct SearchPart {
    QString filter = {}; // in the case that it was written in; empty for words
    QString value = {};
    bool exclude = false; // a minus before it
    bool phrase = false; // words in quotation marks, next to each other

    bool operator==(const SearchPart &) const = default;
};

// From the left to the right. Which filters there are is not asked here, and a value may be empty.
[[nodiscard]] QList<SearchPart> splitSearch(QStringView text);

} // namespace Hearth
