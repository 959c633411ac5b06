// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QVarLengthArray>

// What a single character means to a search.
namespace Hearth::Search {

enum class CharacterKind {
    Separator, // spaces, punctuation, controls: ends what stood before
    Ignored, // inside a word as if it were not there: accents, joiners, soft hyphens
    Mark, // belongs to the character before it and tells words apart: vowel signs, a kana's voice
    Letter, // letters and digits: words are made of them
    Dense, // scripts that write words without spaces: Chinese, Japanese, Korean, Thai …
    Symbol, // emoji and the like: a word each
};

struct Character {
    char32_t code = 0;
    CharacterKind kind = CharacterKind::Separator;
};

using Characters = QVarLengthArray<Character, 4>;

// One character of a text as search sees it: compatibility forms and accents taken apart (Unicode's NFKD),
// case folded, digits of all scripts as 0 to 9. Mostly one, a ligature may give up to some twenty. Hangul
// stays in syllables.
[[nodiscard]] Characters foldCharacter(char32_t code);

// The Hangul syllable that `first` (a leading consonant or a syllable without a final one) makes with
// the vowel or final consonant `next`, or 0 (The Unicode Standard, section 3.12).
[[nodiscard]] char32_t composeHangul(char32_t first, char32_t next);

} // namespace Hearth::Search
