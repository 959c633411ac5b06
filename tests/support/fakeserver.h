// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/fakefiles.h"
#include "wire/clientframes.h"
#include "wire/serverframes.h"

#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QWebSocket>
#include <QWebSocketServer>

namespace Hearth::Test {

// A server that misbehaves on command: it drops, repeats and reorders frames, forgets acks, refuses tokens
// and restores databases. Conversations live in memory; what it holds is what a client must end up with.
class FakeServer : public QObject
{
public:
    struct Room {
        Conversation conversation; // without last_message
        QList<Message> messages; // place i holds seq i + 1
    };

    FakeServer();
    ~FakeServer() override;

    [[nodiscard]] QUrl url() const;
    [[nodiscard]] static UserId self() { return QStringLiteral("me"); }
    void stop(); // nobody gets in any more
    void startAgain();

    // What it holds.
    ConversationId addRoom(); // with self() and "ana"
    Message post(const ConversationId &id, const UserId &sender, const QString &text,
                 const QString &clientMsgId = {}, const QList<File> &attachments = {});
    Message edit(const ConversationId &id, qint64 seq, const QString &text); // no live frame: a gap
    // What a message goes through without anybody's request, told to everybody who listens.
    void change(const MessageId &id, const std::function<void(Message &)> &how);
    QHash<ConversationId, Room> rooms;
    FakeFiles files;
    QString epoch = QStringLiteral("first");

    // How it behaves.
    QString validToken = QStringLiteral("token-1"); // refresh gives it out
    QString validRefreshToken = QStringLiteral("refresh-1");
    int expiresIn = 900; // of the tokens that refresh gives out, s
    int heartbeatMs = 25'000;
    qint64 tooFarAfter = 1'000;
    std::optional<qint64> fileLimit; // that `hello` tells
    bool live = true; // publishes
    bool mute = false; // answers nothing at all
    bool losesAcks = false; // stores, then closes instead of acknowledging
    QHash<QString, Error> refusals; // of message.send and of edits, by content
    bool holdsAnswers = false; // to REST requests that change something, until releaseAnswers()
    bool acksFirst = false; // before message.new
    std::function<void()> beforeChangesAnswer; // once they have been read
    std::function<void(const ServerFrame &)> publisher; // instead of sending it to everybody

    void publish(const ServerFrame &frame);
    void publishText(const QString &text);
    void releaseAnswers();
    void closeAll(int code);
    void abortAll(); // what is held, too

    // What it saw.
    template<typename Frame>
    [[nodiscard]] QList<Frame> seen() const
    {
        QList<Frame> frames;
        for (const ClientFrame &frame : m_seen) {
            if (const auto *wanted = std::get_if<Frame>(&frame))
                frames.append(*wanted);
        }
        return frames;
    }
    int handshakes = 0;
    int renewals = 0;
    QStringList changesSeen; // "PUT /api/v1/messages/…", in their order
    [[nodiscard]] qsizetype heldAnswers() const { return m_held.size(); }
    [[nodiscard]] qsizetype connections() const { return m_sockets.size(); }

private:
    using Query = QHash<QString, qint64>;
    void onConnection();
    void onHead(QTcpSocket *socket);
    void greet(QWebSocket *socket);
    void onText(QWebSocket *socket, const QString &text);
    QByteArray answer(const QString &id, const SendMessage &frame);
    QByteArray answer(const QString &id, const ChangesRequest &frame);
    QByteArray answer(const QString &id, const SyncRequest &frame);
    template<typename Frame>
    QByteArray answer(const QString &id, const Frame &)
    {
        return encode(ServerFrame(Ack{id, {}}));
    }
    struct Request {
        QByteArray method;
        QString path;
        Query query;
        QByteArray body;
    };
    QByteArray rest(const Request &request, int &status);
    QByteArray restOfMessage(const Request &request, Message &message, int &status);
    [[nodiscard]] Message *find(const MessageId &id);
    [[nodiscard]] Account account() const;
    [[nodiscard]] Changes changes(const Room &room, qint64 since, int limit) const;

    QTcpServer m_listener;
    QWebSocketServer m_upgrades;
    quint16 m_port = 0;
    QList<QWebSocket *> m_sockets;
    QList<ClientFrame> m_seen;
    struct HeldAnswer {
        QPointer<QTcpSocket> socket;
        QByteArray bytes;
    };
    static void send(const HeldAnswer &answer);
    QList<HeldAnswer> m_held;
};

} // namespace Hearth::Test
