// SPDX-License-Identifier: Apache-2.0
#include "search/characters.h"

#include <QChar>
#include <QString>

namespace Hearth::Search {

namespace {

constexpr char32_t leadBase = 0x1100, vowelBase = 0x1161, tailBase = 0x11a7, syllableBase = 0xac00;
constexpr char32_t leads = 19, vowels = 21, tails = 28, syllables = leads * vowels * tails;
constexpr int nesting = 4; // decompositions within decompositions; Unicode has no deeper ones

bool isSyllable(char32_t code)
{
    return code >= syllableBase && code < syllableBase + syllables;
}

bool isDense(char32_t code)
{
    switch (QChar::script(code)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
    case QChar::Script_Bopomofo:
    case QChar::Script_Yi:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
    case QChar::Script_Tibetan: return true;
    default: return code == 0x30fc; // the mark of a long vowel, which several scripts share
    }
}

// Accents have a class of 10 or more. The marks below that make another letter: the voice of a kana (8), the
// nukta (7) and virama (9) of Indic scripts, and with 0 vowel signs.
CharacterKind kindOfMark(char32_t code)
{
    constexpr int firstAccent = 10;
    const bool variation = (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0100 && code <= 0xe01ef);
    return variation || QChar::combiningClass(code) >= firstAccent ? CharacterKind::Ignored
                                                                   : CharacterKind::Mark;
}

CharacterKind kindOf(char32_t code)
{
    switch (QChar::category(code)) {
    case QChar::Letter_Uppercase:
    case QChar::Letter_Lowercase:
    case QChar::Letter_Titlecase:
    case QChar::Letter_Modifier:
    case QChar::Letter_Other:
    case QChar::Number_DecimalDigit:
    case QChar::Number_Letter:
    case QChar::Number_Other: return isDense(code) ? CharacterKind::Dense : CharacterKind::Letter;
    case QChar::Mark_NonSpacing:
    case QChar::Mark_SpacingCombining: return kindOfMark(code);
    case QChar::Mark_Enclosing: return CharacterKind::Ignored;
    case QChar::Symbol_Other: return CharacterKind::Symbol;
    case QChar::Symbol_Modifier: // skin tones belong to the emoji before them
        return code >= 0x1f3fb && code <= 0x1f3ff ? CharacterKind::Ignored : CharacterKind::Separator;
    case QChar::Other_Format: // but the zero width space, which is one
        return code == 0x200b ? CharacterKind::Separator : CharacterKind::Ignored;
    default: return CharacterKind::Separator;
    }
}

void append(Characters &out, char32_t code)
{
    const CharacterKind kind = kindOf(code);
    if (QChar::category(code) == QChar::Number_DecimalDigit) {
        out.append({char32_t(U'0' + QChar::digitValue(code)), CharacterKind::Letter});
        return;
    }
    const char32_t folded = QChar::toCaseFolded(code);
    if (folded == 0xdf) { // ß and its capital are two letters
        out.append({U's', kind});
        out.append({U's', kind});
        return;
    }
    out.append({folded == 0x131 ? U'i' : folded, kind}); // the Turkish i without a dot
}

void decompose(Characters &out, char32_t code, int depth)
{
    const bool compatibilityJamo = code >= 0x3131 && code <= 0x318e;
    const QString parts =
        isSyllable(code) || compatibilityJamo || depth == 0 ? QString() : QChar::decomposition(code);
    if (parts.isEmpty()) {
        append(out, code);
        return;
    }
    for (const uint part : parts.toUcs4())
        decompose(out, part, depth - 1);
}

} // namespace

Characters foldCharacter(char32_t code)
{
    Characters out;
    decompose(out, code, nesting);
    return out;
}

char32_t composeHangul(char32_t first, char32_t next)
{
    const char32_t lead = first - leadBase, vowel = next - vowelBase, tail = next - tailBase;
    if (lead < leads && vowel < vowels)
        return syllableBase + (lead * vowels + vowel) * tails;
    if (isSyllable(first) && (first - syllableBase) % tails == 0 && tail > 0 && tail < tails)
        return first + tail;
    return 0;
}

} // namespace Hearth::Search
