// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace Hearth::Search {

// The longest word that is told apart, in code points; of longer ones the beginning counts.
inline constexpr int wordLength = 64;

// More tokens than a message of the longest length has, unless it is made of ligatures that unfold.
inline constexpr qsizetype maxTokens = 16'000;

enum class TokenKind {
    Word, // letters and digits, or a symbol
    Pair, // two neighbours in a run of Chinese, Japanese, Korean …
    Single, // the last character of such a run
};

struct Token {
    QString text; // lower case and without accents: letters, digits and symbols only
    TokenKind kind = TokenKind::Word;
    int offset = 0; // where it stands in the text, in UTF-16 code units
    int length = 0;
    int headLength = 0; // of the first character of a pair; else as length

    bool operator==(const Token &) const = default;
};

// The tokens of a text in their order; neighbours in a phrase are neighbours here. A run of n characters of a
// script without spaces gives its n - 1 overlapping pairs and its last character, so that every part of
// it can be found, down to one character. Time grows with the text and with nothing else.
[[nodiscard]] QList<Token> tokenize(QStringView text);

} // namespace Hearth::Search
