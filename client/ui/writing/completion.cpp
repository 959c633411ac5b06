// SPDX-License-Identifier: Apache-2.0
#include "ui/writing/completion.h"

#include "ui/writing/codestretches.h"

#include <algorithm>

namespace Hearth {

namespace {

constexpr int longestWord = 64;

bool beginsWord(QStringView text, qsizetype at)
{
    return at == 0 || !(text[at - 1].isLetterOrNumber() || text[at - 1] == u':' || text[at - 1] == u'/');
}

bool isShortcode(QStringView word)
{
    return std::all_of(word.begin(), word.end(), [](QChar c) {
        return c.isLetterOrNumber() || c.isMark() || c == u'_' || c == u'-' || c == u'+';
    });
}

bool isInCode(const QString &text, int place)
{
    const QList<Stretch> code = codeIn(text);
    return std::ranges::any_of(
        code, [place](const Stretch &stretch) { return stretch.start < place && place <= stretch.end(); });
}

} // namespace

std::optional<TypedWord> wordBeingTyped(const QString &text, int caret)
{
    const QStringView before = QStringView(text).first(caret);
    const qsizetype lineStart = before.lastIndexOf(u'\n') + 1;
    for (qsizetype at = caret - 1; at >= std::max<qsizetype>(lineStart, caret - longestWord); --at) {
        const QChar sign = before[at];
        if ((sign != u'@' && sign != u':' && sign != u'/') || !beginsWord(before, at))
            continue;
        const QStringView typed = before.sliced(at + 1);
        const bool fits = sign == u'@' ? !typed.startsWith(u' ')
            : sign == u':'             ? isShortcode(typed)
                                       : at == 0 && caret == text.size() && isShortcode(typed);
        if (!fits || isInCode(text, caret))
            return std::nullopt;
        return TypedWord{sign, int(at), typed.toString()};
    }
    return std::nullopt;
}

} // namespace Hearth
