// SPDX-License-Identifier: Apache-2.0
#include "storage/notificationrows.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int excerptLength = 200; // UTF-16 code units: what fits into a notification on a screen

QString excerptOf(QString content)
{
    if (content.size() <= excerptLength)
        return content;
    content.truncate(excerptLength);
    if (content.back().isHighSurrogate())
        content.chop(1);
    return content + u'…';
}

} // namespace

Notification readNotification(Rows &row)
{
    Notification notification;
    std::optional<MessageId> messageId;
    QString content;
    QString sender;
    std::optional<ConversationType> type;
    std::optional<QString> name;
    row >> notification.id >> notification.number >> notification.type >> notification.title
        >> notification.body >> notification.data >> notification.readAt >> notification.createdAt
        >> messageId >> content >> sender >> type >> name;
    if (messageId) { // no words of ours, so that they need no translation
        notification.title =
            type == ConversationType::Group ? u"%1 (%2)"_s.arg(sender, name.value_or(QString())) : sender;
        notification.body = excerptOf(content);
    }
    return notification;
}

int countUnread(Sql &sql, const UserId &user)
{
    int count = 0;
    Rows row = sql.run(u"SELECT count(*) FROM " HEARTH_NOTIFICATIONS
                       " WHERE n.user_id = :user AND n.read_at IS NULL AND " HEARTH_NOTIFICATION_VISIBLE ""_s,
                       {{":user", user}});
    if (row.next())
        row >> count;
    return count;
}

} // namespace Hearth
