// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace Hearth {

class Session;

// What a person should know about the connection: nothing while it works or is away for only a moment.
class ConnectionNotice : public QObject
{
    Q_OBJECT

public:
    enum class Action { None, RetryNow, SignIn };

    // `patience`: how long the connection may be away before anything is said.
    explicit ConnectionNotice(Session &session, std::chrono::milliseconds patience = std::chrono::seconds(2),
                              QObject *parent = nullptr);

    [[nodiscard]] QString text() const; // empty: nothing to say
    [[nodiscard]] Action action() const;

Q_SIGNALS:
    void changed();

private:
    void update();
    [[nodiscard]] int waitingMessages() const;
    [[nodiscard]] QString retryIn() const;

    Session &m_session;
    QTimer m_patience;
    QTimer m_countdown;
    bool m_overdue = false;
};

} // namespace Hearth
