// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "search/tokenizer.h"

namespace Hearth::Search {

// A stretch of UTF-16 code units.
struct Stretch {
    int offset = 0;
    int length = 0;

    bool operator==(const Stretch &) const = default;
};

// Tokens that have to follow each other; of the last one the beginning is enough where `open`.
struct Pattern {
    QStringList tokens;
    bool open = false;

    bool operator==(const Pattern &) const = default;
};

// Words of fewer code points are found as they are; more are found by their beginning, too.
inline constexpr int shortestBeginning = 3;

// What finds `text` in other texts; no tokens when there is nothing in it to be found. With `asBeginning`,
// its last word may go on.
[[nodiscard]] Pattern patternFor(QStringView text, bool asBeginning);

[[nodiscard]] bool matches(const Pattern &pattern, const QList<Token> &tokens);

// Where the patterns, of which none is empty, are found in the text with these tokens: in order, without
// overlaps, `most` at most.
[[nodiscard]] QList<Stretch> highlights(const QList<Pattern> &patterns, const QList<Token> &tokens,
                                        qsizetype most);

} // namespace Hearth::Search
