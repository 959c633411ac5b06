// SPDX-License-Identifier: Apache-2.0
#include "models/panerow.h"

#include "core/session.h"
#include "models/conversationrow.h"
#include "models/phrases.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace Hearth {

namespace {

struct PaneRowText {
    Q_DECLARE_TR_FUNCTIONS(PaneRow)
};

// Line breaks become spaces one for one, so that highlights keep their places.
QString inOneLine(QString text)
{
    std::ranges::replace_if(
        text, [](QChar c) { return c.isSpace() || c == QChar::LineSeparator; }, QChar(u' '));
    return text;
}

QString textOf(const Message &message)
{
    if (!message.content.isEmpty())
        return inOneLine(message.content);
    QStringList files;
    for (const File &file : message.attachments)
        files.append(file.name);
    return files.isEmpty() ? PaneRowText::tr("Message without text") : files.join(QStringLiteral(", "));
}

} // namespace

PaneRow paneRow(const Session &session, const SearchResult &result, bool where)
{
    const Message &message = result.message;
    PaneRow row;
    row.title = message.senderId == session.userId() ? PaneRowText::tr("You")
                                                     : session.user(message.senderId).displayName;
    row.colorKey = message.senderId;
    if (const auto summary = where ? session.conversation(message.conversationId) : std::nullopt)
        row.context = conversationTitle(session, *summary);
    row.at = message.createdAt;
    row.text = textOf(message);
    if (!message.content.isEmpty())
        row.highlights = result.highlights;
    row.conversation = message.conversationId;
    row.seq = message.seq;
    row.id = message.id;
    return row;
}

QString spokenRow(const PaneRow &row)
{
    QStringList parts;
    if (row.unread)
        parts << PaneRowText::tr("unread");
    parts << row.title;
    if (!row.context.isEmpty())
        parts << row.context;
    parts << shortTime(row.at, QDateTime::currentDateTime(), QLocale()) << row.text;
    return parts.join(QStringLiteral(", "));
}

} // namespace Hearth
