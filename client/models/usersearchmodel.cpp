// SPDX-License-Identifier: Apache-2.0
#include "models/usersearchmodel.h"

#include "core/session.h"

#include <QPointer>

namespace Hearth {

namespace {

constexpr int pauseMs = 150;

} // namespace

UserSearchModel::UserSearchModel(Session &session, QObject *parent)
    : QAbstractListModel(parent)
    , m_session(session)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &UserSearchModel::search);
}

void UserSearchModel::setPrefix(const QString &prefix)
{
    const QString trimmed = prefix.trimmed();
    if (trimmed == m_prefix)
        return;
    m_prefix = trimmed;
    if (m_prefix.isEmpty()) {
        m_pause.stop();
        setUsers({});
        setState(State::Idle);
    } else {
        m_pause.start();
        setState(State::Searching);
    }
}

int UserSearchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_users.size());
}

QVariant UserSearchModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const User &user = m_users[index.row()];
    switch (role) {
    case Qt::DisplayRole: return user.displayName;
    case Qt::AccessibleTextRole: return tr("%1, @%2").arg(user.displayName, user.username);
    case UserRole: return QVariant::fromValue(user);
    default: return {};
    }
}

// An answer counts only while its question is still the one in the field.
QCoro::Task<void> UserSearchModel::search()
{
    const QPointer<UserSearchModel> self(this);
    const QString prefix = m_prefix;
    const Result<QList<User>> found = co_await m_session.searchUsers(prefix);
    if (!self || prefix != m_prefix)
        co_return;
    if (!found) {
        m_error = found.error().detail;
        setUsers({});
        setState(State::Failed);
        co_return;
    }
    setUsers(*found);
    setState(State::Done);
}

void UserSearchModel::setUsers(QList<User> users)
{
    beginResetModel();
    m_users = std::move(users);
    m_users.removeIf([this](const User &user) { return user.id == m_session.userId(); });
    endResetModel();
}

void UserSearchModel::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace Hearth
