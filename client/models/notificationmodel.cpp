// SPDX-License-Identifier: Apache-2.0
#include "models/notificationmodel.h"

#include "core/notifications.h"
#include "core/session.h"
#include "models/conversationrow.h"
#include "models/phrases.h"

#include <QPointer>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

NotificationModel::NotificationModel(Session &session, QObject *parent)
    : QAbstractListModel(parent)
    , m_session(session)
    , m_shown(int(session.notifications().items().size()))
{
    connect(&session.notifications(), &Notifications::changed, this, [this] {
        const int count = int(m_session.notifications().items().size());
        if (count == m_shown && count > 0) {
            Q_EMIT dataChanged(index(0), index(count - 1));
            return;
        }
        if (count > m_shown && m_loading) { // older ones, at the end
            beginInsertRows({}, m_shown, count - 1);
            m_shown = count;
            endInsertRows();
            return;
        }
        beginResetModel();
        m_shown = count;
        endResetModel();
    });
}

int NotificationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_shown;
}

QVariant NotificationModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PaneRow shown = row(index.row());
    switch (role) {
    case Qt::DisplayRole: return shown.text;
    case Qt::AccessibleTextRole: return spokenRow(shown);
    case PaneRoles::RowRole: return QVariant::fromValue(shown);
    default: return {};
    }
}

bool NotificationModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_loading && m_session.notifications().hasMore();
}

void NotificationModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        load();
}

QCoro::Task<void> NotificationModel::load()
{
    const QPointer<NotificationModel> self(this);
    m_loading = true;
    co_await m_session.notifications().loadMore();
    if (self)
        m_loading = false;
}

// Mentions and replies name their sender and conversation; others bring their own words.
PaneRow NotificationModel::row(int index) const
{
    const Notification &notification = m_session.notifications().items().at(index);
    PaneRow row;
    const UserId sender = notification.data["sender_id"_L1].toString();
    row.title = sender.isEmpty() ? singleLine(notification.title) : m_session.user(sender).displayName;
    row.colorKey = sender.isEmpty() ? notification.type : sender;
    row.conversation = notification.data["conversation_id"_L1].toString();
    row.seq = notification.data["seq"_L1].toInteger();
    QString where;
    if (const auto summary = m_session.conversation(row.conversation); summary && !summary->directWith)
        where = conversationTitle(m_session, *summary);
    if (notification.type == "mention"_L1)
        row.context = where.isEmpty() ? tr("mentioned you") : tr("mentioned you in %1").arg(where);
    else if (notification.type == "reply"_L1)
        row.context = where.isEmpty() ? tr("replied to you") : tr("replied to you in %1").arg(where);
    row.at = notification.createdAt;
    row.text = singleLine(notification.body);
    row.isNotification = true;
    row.unread = !notification.readAt;
    row.id = notification.id;
    return row;
}

} // namespace Hearth
