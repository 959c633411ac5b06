// SPDX-License-Identifier: Apache-2.0
#include "models/conversationlistmodel.h"

#include "core/session.h"

#include <algorithm>

namespace Hearth {

ConversationListModel::ConversationListModel(Session &session, QObject *parent)
    : QAbstractListModel(parent)
    , m_session(session)
{
    connect(&session, &Session::conversationsReset, this, &ConversationListModel::reload);
    connect(&session, &Session::conversationChanged, this, &ConversationListModel::refresh);
    connect(&session, &Session::outgoingChanged, this, &ConversationListModel::refresh);
    connect(&session, &Session::typingChanged, this, &ConversationListModel::refresh);
    connect(&session, &Session::userChanged, this, &ConversationListModel::refreshUser);
    connect(&session, &Session::presenceChanged, this, &ConversationListModel::refreshUser);
    connect(&session, &Session::connectionStateChanged, this, &ConversationListModel::refreshPresence);
    reload();
}

int ConversationListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ConversationListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ConversationRow &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole: return row.title;
    case Qt::AccessibleTextRole: return spokenRow(row);
    case RowRole: return QVariant::fromValue(row);
    case IdRole: return row.id;
    default: return {};
    }
}

QHash<int, QByteArray> ConversationListModel::roleNames() const
{
    return {{Qt::DisplayRole, "title"}, {RowRole, "row"}, {IdRole, "id"}};
}

int ConversationListModel::indexOf(const ConversationId &id) const
{
    const auto found = std::ranges::find(m_rows, id, &ConversationRow::id);
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int ConversationListModel::unreadTotal() const
{
    int total = 0;
    for (const ConversationRow &row : m_rows)
        total += row.muted ? 0 : row.unreadCount;
    return total;
}

void ConversationListModel::setOpenConversation(const ConversationId &id)
{
    if (id == m_open)
        return;
    const ConversationId previous = std::exchange(m_open, id);
    refresh(previous);
    refresh(id);
    Q_EMIT openConversationChanged(previous);
}

void ConversationListModel::setHeld(bool held)
{
    m_held = held;
    if (held)
        return;
    const QSet<ConversationId> changed = std::exchange(m_changedWhileHeld, {});
    if (std::exchange(m_resetWhileHeld, false)) {
        reload();
        return;
    }
    sort();
    for (const ConversationId &id : changed)
        refresh(id);
}

// Moves only the rows that are out of order, so that selection and scroll position stay.
void ConversationListModel::sort()
{
    for (int i = 1; i < m_rows.size(); ++i) {
        const auto place =
            std::ranges::upper_bound(m_rows.begin(), m_rows.begin() + i, m_rows[i], standsBefore);
        move(i, int(place - m_rows.begin()));
    }
}

void ConversationListModel::move(int from, int to)
{
    if (from == to)
        return;
    beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
    m_rows.move(from, to);
    endMoveRows();
}

void ConversationListModel::reload()
{
    if (m_held) {
        m_resetWhileHeld = true;
        return;
    }
    beginResetModel();
    m_rows.clear();
    for (const ConversationSummary &summary : m_session.conversations())
        m_rows << conversationRow(m_session, summary, summary.conversation.id == m_open);
    std::ranges::sort(m_rows, standsBefore);
    endResetModel();
    Q_EMIT unreadTotalChanged();
}

void ConversationListModel::refresh(const ConversationId &id)
{
    const int from = indexOf(id);
    const std::optional<ConversationSummary> summary = m_session.conversation(id);
    if (m_held)
        m_changedWhileHeld << id;
    if (!summary) {
        if (from >= 0 && !m_held) {
            beginRemoveRows({}, from, from);
            m_rows.removeAt(from);
            endRemoveRows();
        }
    } else if (from >= 0 || !m_held) {
        place(from, conversationRow(m_session, *summary, id == m_open));
    }
    Q_EMIT unreadTotalChanged();
}

void ConversationListModel::refreshUser(const UserId &id)
{
    refreshWhere([&id](const ConversationRow &row) { return row.people.contains(id); });
}

// With the connection goes what is known of it.
void ConversationListModel::refreshPresence()
{
    refreshWhere([](const ConversationRow &row) { return row.direct; });
}

void ConversationListModel::refreshWhere(const std::function<bool(const ConversationRow &)> &concerned)
{
    QList<ConversationId> ids; // refreshing moves rows
    for (const ConversationRow &row : m_rows) {
        if (concerned(row))
            ids << row.id;
    }
    for (const ConversationId &id : ids)
        refresh(id);
}

// Puts a row where it belongs; `from` is where it stands now, or -1.
void ConversationListModel::place(int from, ConversationRow row)
{
    int to = 0;
    for (int i = 0; i < m_rows.size(); ++i)
        to += i != from && standsBefore(m_rows[i], row);
    if (from < 0) {
        beginInsertRows({}, to, to);
        m_rows.insert(to, std::move(row));
        endInsertRows();
        return;
    }
    if (m_rows[from] != row) {
        m_rows[from] = std::move(row);
        Q_EMIT dataChanged(index(from), index(from));
    }
    if (!m_held)
        move(from, to);
}

} // namespace Hearth
