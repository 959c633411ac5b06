// SPDX-License-Identifier: Apache-2.0
#include "models/mentions.h"

namespace Hearth {

namespace {

bool isPartOfName(const QString &text, qsizetype at)
{
    return at >= 0 && at < text.size()
        && (text.at(at).isLetterOrNumber() || text.at(at) == u'_' || text.at(at).isSurrogate());
}

} // namespace

QList<Mention> mentionsIn(const QString &text, const QList<User> &people)
{
    QList<Mention> mentions;
    for (qsizetype at = text.indexOf(u'@'); at >= 0; at = text.indexOf(u'@', at + 1)) {
        if (isPartOfName(text, at - 1))
            continue;
        const User *named = nullptr;
        for (const User &person : people) {
            const qsizetype length = person.username.size();
            const bool fits = length > 0 && (!named || length > named->username.size())
                && !isPartOfName(text, at + 1 + length)
                && QStringView(text).mid(at + 1, length).compare(person.username, Qt::CaseInsensitive) == 0;
            if (fits)
                named = &person;
        }
        if (named)
            mentions.append({named->id, int(at), int(named->username.size()) + 1});
    }
    return mentions;
}

} // namespace Hearth
