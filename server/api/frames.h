// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/framehandler.h"
#include "wire/serverframes.h"

#include <QCoroTask>
#include <QSet>

#include <functional>

namespace Hearth {

class MessageService;
class PresenceService;
class ReceiptService;
class SyncService;
class TypingService;
class UserService;

// What the handlers of frames work with.
struct FrameServices {
    UserService &users;
    MessageService &messages;
    ReceiptService &receipts;
    TypingService &typing;
    PresenceService &presence;
    SyncService &sync;
    std::function<QCoro::Task<Result<Caller>>(QByteArray token)> authenticate; // for auth.refresh
    std::function<QString()> epoch;
    QString serverVersion;
    std::chrono::milliseconds heartbeat;
    std::optional<qint64> fileBytes = {}; // the largest upload
};

// A frame that has been answered.
struct HandledFrame {
    ConnectionId connection = 0;
    UserId userId;
    QString id; // as the client gave it, or empty
    QLatin1StringView type;
    std::optional<ErrorCode> error = {};
    std::chrono::nanoseconds duration{0};
};

// The WebSocket side of the API: one overload of `on` per frame type, and the acks.
class Frames : public FrameHandler
{
public:
    Frames(FrameServices services, Connections &connections);

    void opened(const Caller &caller) override;
    void handle(const Caller &caller, const ClientRequest &request) override;
    void closed(const Caller &caller) override;

    // Called after each frame that gets an ack or an error. For the log.
    using Observer = std::function<void(const HandledFrame &)>;
    void setObserver(Observer observer) { m_observer = std::move(observer); }

private:
    // Whom a frame came from and how to answer it, by value: the connection may be gone by then.
    struct Origin {
        Caller caller;
        std::optional<QString> id;
        QLatin1StringView type = {};
        std::chrono::steady_clock::time_point received = {};
    };

    QCoro::Task<void> greet(Caller caller);

    QCoro::Task<void> on(Origin origin, SendMessage frame);
    QCoro::Task<void> on(Origin origin, EditMessage frame);
    QCoro::Task<void> on(Origin origin, DeleteMessage frame);
    QCoro::Task<void> on(Origin origin, AddReaction frame);
    QCoro::Task<void> on(Origin origin, RemoveReaction frame);
    QCoro::Task<void> on(Origin origin, MarkDelivered frame);
    QCoro::Task<void> on(Origin origin, MarkRead frame);
    QCoro::Task<void> on(Origin origin, StartTyping frame);
    QCoro::Task<void> on(Origin origin, StopTyping frame);
    QCoro::Task<void> on(Origin origin, UpdatePresence frame);
    QCoro::Task<void> on(Origin origin, SubscribePresence frame);
    QCoro::Task<void> on(Origin origin, SyncRequest frame);
    QCoro::Task<void> on(Origin origin, ChangesRequest frame);
    QCoro::Task<void> on(Origin origin, RefreshAuth frame);
    QCoro::Task<void> on(Origin origin, Ping frame);

    void sendHeads(ConnectionId connection, const QList<Head> &heads, const QList<ConversationId> &left);
    void acknowledge(const Origin &origin, const Result<void> &result);
    void acknowledge(const Origin &origin, const Result<Message> &result);
    void reject(const Origin &origin, const Error &error);
    void send(const Origin &origin, const QByteArray &frame);
    void note(const Origin &origin, std::optional<ErrorCode> error);

    const FrameServices m_services;
    Connections &m_connections;
    QSet<ConnectionId> m_open;
    Observer m_observer;
};

} // namespace Hearth
