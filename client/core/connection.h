// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/answer.h"
#include "core/backoff.h"
#include "core/types.h"
#include "wire/clientframes.h"
#include "wire/serverframes.h"

#include <QCoroTask>
#include <QHash>
#include <QTimer>
#include <QUrl>
#include <QWebSocket>

namespace Hearth {

class Credentials;

// The WebSocket to the server: keeps itself connected until close(), and pairs requests with their answers.
// Nothing is sent before `hello`.
class Connection : public QObject
{
    Q_OBJECT

public:
    Connection(QUrl server, Credentials &credentials, const Timing &timing);
    ~Connection() override;

    void open(); // connects, and again whenever the connection is lost
    void close(); // for good: Offline, requests fail
    void reconnectNow(); // does nothing while connected or without a session
    void reconnectAnew(); // also when it stands: the way to the server is another one

    [[nodiscard]] ConnectionState state() const { return m_state; }
    [[nodiscard]] bool isReady() const; // `hello` was heard: frames may be sent
    [[nodiscard]] std::optional<Timestamp> nextAttemptAt() const { return m_nextAttemptAt; }

    // The data of the ack; the server's error; `unavailable` when the connection goes or there is no answer.
    QCoro::Task<Result<QJsonObject>> request(ClientFrame frame);

    // Without an answer; lost when there is no connection.
    void send(const ClientFrame &frame);

    void setCaughtUp(); // CatchingUp ends
    void restart(); // drops the socket, and connects again after the back-off

Q_SIGNALS:
    void stateChanged(ConnectionState state);
    void ready(const Hello &hello);
    void received(const ServerFrame &frame); // all but hello, ack and pong
    void lost(); // of a connection that was ready

private:
    QCoro::Task<void> attempt();
    QCoro::Task<void> renewThenConnect(QString refused);
    void connectWith(const Result<QString> &token);
    void openSocket(const QString &token);
    void dropSocket();
    void onText(const QString &text);
    void onHello(const Hello &hello);
    void onSocketGone();
    void answer(const QString &id, Result<QJsonObject> result);
    void failRequests();
    void connectLater(Timing::ms delay);
    void beat();
    void tick();
    void scheduleRenewal();
    QCoro::Task<void> renewInTime();
    void setState(ConnectionState state);
    void watchNetwork();

    const QUrl m_server;
    Credentials &m_credentials;
    const Timing &m_timing;
    ConnectionState m_state = ConnectionState::Offline;
    bool m_open = false;
    bool m_ready = false;
    Backoff m_backoff;
    std::optional<Timestamp> m_nextAttemptAt;

    struct Later {
        void operator()(QObject *object) const { object->deleteLater(); }
    };
    std::unique_ptr<QWebSocket, Later> m_socket;
    QString m_token; // that the socket was opened with
    bool m_tokenIsNew = false; // renewed, and not accepted yet
    int m_silentBeats = 0;
    std::optional<Timing::ms> m_drainDelay; // the server said when to come back
    QTimer m_retry, m_deadline, m_heartbeat, m_wake, m_renewal;
    Timestamp m_lastTick = {};

    quint64 m_lastRequest = 0;
    QHash<QString, Answer<Result<QJsonObject>>> m_requests;
};

} // namespace Hearth
