// SPDX-License-Identifier: Apache-2.0
#include "ui/desktop/notificationtext.h"

#include "core/session.h"
#include "models/conversationrow.h"
#include "models/phrases.h"
#include "ui/paint.h"
#include "ui/timeline/avatars.h"

#include <QCoreApplication>
#include <QPainter>

namespace Hearth {

namespace {

constexpr int linesShown = 3;
constexpr int charactersOfLine = 200;
constexpr int pictureSize = 64;

struct NotificationText {
    Q_DECLARE_TR_FUNCTIONS(NotificationText)
};

QString shortened(const QString &text)
{
    return text.size() > charactersOfLine ? text.left(charactersOfLine) + u'…' : text;
}

QImage portrait(Session &session, const User &user)
{
    QImage image(pictureSize, pictureSize, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    paintAvatar(painter, image.rect(), user.displayName, user.id, QFont(), &Avatars::of(session));
    return image;
}

QString linesOf(const Session &session, const QList<Message> &messages, bool withNames)
{
    QStringList lines;
    for (const Message &message : messages.last(std::min<qsizetype>(messages.size(), linesShown))) {
        const QString text = shortened(contentPreview(message));
        lines << (withNames
                      ? NotificationText::tr("%1: %2").arg(session.user(message.senderId).displayName, text)
                      : text);
    }
    return lines.join(u'\n');
}

} // namespace

DesktopNotification notificationOf(Session &session, const QList<Message> &messages,
                                   NotificationDetail detail)
{
    const int count = int(messages.size());
    DesktopNotification notification;
    if (detail == NotificationDetail::Nothing) {
        notification.title = NotificationText::tr("Hearth");
        notification.body = NotificationText::tr("%Ln new messages", nullptr, count);
        return notification;
    }
    const auto summary = session.conversation(messages.last().conversationId);
    const bool group = summary && !summary->directWith;
    const User sender = session.user(messages.last().senderId);
    const QString name = summary ? conversationTitle(session, *summary) : sender.displayName;
    notification.title = count == 1 ? name : NotificationText::tr("%1 (%2)").arg(name, badgeText(count));
    notification.picture = portrait(session, sender);
    notification.canReply = true;
    if (detail == NotificationDetail::NameOnly)
        notification.body = NotificationText::tr("%Ln new messages", nullptr, count);
    else
        notification.body = linesOf(session, messages, group);
    return notification;
}

DesktopNotification notificationOf(const Notification &event, NotificationDetail detail)
{
    DesktopNotification notification;
    notification.title = NotificationText::tr("Hearth");
    notification.body = NotificationText::tr("There is something new for you.");
    if (detail != NotificationDetail::Nothing)
        notification.title = singleLine(event.title);
    if (detail == NotificationDetail::NameAndText)
        notification.body = shortened(singleLine(event.body));
    return notification;
}

} // namespace Hearth
