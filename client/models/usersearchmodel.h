// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/types.h"

#include <QAbstractListModel>
#include <QCoroTask>
#include <QTimer>

namespace Hearth {

class Session;

// The people whose username or display name begins with what somebody types; oneself is left out.
class UserSearchModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Roles { UserRole = Qt::UserRole };
    enum class State { Idle, Searching, Done, Failed };

    explicit UserSearchModel(Session &session, QObject *parent = nullptr);

    void setPrefix(const QString &prefix); // asks after a short pause in typing
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const QString &error() const { return m_error; } // when Failed

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void stateChanged();

private:
    QCoro::Task<void> search();
    void setUsers(QList<User> users);
    void setState(State state);

    Session &m_session;
    QTimer m_pause;
    QString m_prefix;
    QList<User> m_users;
    QString m_error;
    State m_state = State::Idle;
};

} // namespace Hearth

Q_DECLARE_METATYPE(Hearth::User)
