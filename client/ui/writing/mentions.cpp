// SPDX-License-Identifier: Apache-2.0
#include "ui/writing/mentions.h"

#include "core/folded.h"
#include "ui/writing/codestretches.h"
#include "wire/limits.h"

#include <algorithm>

namespace Hearth {

namespace {

bool isInWord(const QString &text, qsizetype place)
{
    return place >= 0 && place < text.size() && (text[place].isLetterOrNumber() || text[place] == u'_');
}

// How much of the text behind an "@" is this name; 0: something else.
qsizetype lengthOfName(const QString &foldedText, qsizetype from, const QString &name)
{
    if (name.isEmpty() || !QStringView(foldedText).sliced(from).startsWith(folded(name)))
        return 0;
    return isInWord(foldedText, from + name.size()) ? 0 : name.size();
}

} // namespace

QList<Mention> mentionsIn(const QString &text, const QList<User> &people)
{
    const QString plain = folded(text);
    const QList<Stretch> code = codeIn(text);
    QList<Mention> mentions;
    qsizetype end = 0;
    for (qsizetype at = text.indexOf(u'@'); at >= 0; at = text.indexOf(u'@', std::max(at + 1, end))) {
        const auto holds = [at](const Stretch &stretch) { return stretch.start <= at && at < stretch.end(); };
        if (isInWord(text, at - 1) || std::ranges::any_of(code, holds))
            continue;
        Mention longest;
        for (const User &user : people) {
            const qsizetype length = std::max(lengthOfName(plain, at + 1, user.displayName),
                                              lengthOfName(plain, at + 1, user.username));
            if (length > 0 && length + 1 > longest.length)
                longest = {user.id, int(at), int(length) + 1};
        }
        if (longest.length == 0)
            continue;
        mentions.append(longest);
        end = at + longest.length;
        if (mentions.size() == Limits::mentionsPerMessage)
            break;
    }
    return mentions;
}

} // namespace Hearth
