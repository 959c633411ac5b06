// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http.h"
#include "rig/record.h"
#include "wire/clientframes.h"
#include "wire/serverframes.h"

#include <QRandomGenerator>
#include <QTimer>
#include <QWebSocket>

namespace Hearth::Rig {

// A client of a few rules that records what happens to it: it sends with a key, sends again what was not
// acknowledged, applies changes in their order, and fetches what it missed.
class ScriptedClient : public QObject
{
    Q_OBJECT

public:
    // `server` is the address of its WebSocket; REST is found beside it.
    ScriptedClient(UserId user, QUrl server, QString token, Record &record);
    ~ScriptedClient() override;

    void connectToServer(); // and again whenever the connection goes
    void setPatience(int beats) { m_patience = beats; } // of three seconds without a word; 3 at first
    void send(const ConversationId &conversation, const QString &content);

    // One thing that somebody might do in a conversation that they know.
    void act(const ConversationId &conversation, QRandomGenerator &random);

    // Asks once more for what it may have missed. Settled: nothing is on its way in either direction.
    void settle();
    [[nodiscard]] bool isSettled() const;
    [[nodiscard]] QString unsettled() const; // what it waits for, for people

    // Writes what the client holds into the record as its final state.
    void recordFinalState() const;

    [[nodiscard]] const UserId &user() const { return m_user; }
    [[nodiscard]] bool knows(const ConversationId &id) const { return m_conversations.contains(id); }

private:
    struct Conversation {
        qint64 lastChange = 0;
        bool whole = false; // the history was read to its beginning
        QMap<qint64, Kept> messages;
        QHash<MessageId, qint64> places;
    };
    // What is asked of the server until it answers, and what is recorded then.
    struct Outgoing {
        QString id; // of the request, and the key of a message
        ClientFrame frame;
        Event done;
    };

    void dropSocket(); // without its last words
    void received(const QString &text);
    void on(const Hello &frame);
    void on(const Ack &frame);
    void on(const ErrorFrame &frame);
    void on(const NewMessage &frame);
    void on(const MessageUpdated &frame) { changed(frame.data); }
    void on(const MessageDeleted &frame);
    void on(const ReactionAdded &frame) { reacted(frame); }
    void on(const ReactionRemoved &frame) { reacted(frame); }
    void on(const MessageRead &frame) { marked(Event::Kind::Read, frame); }
    void on(const MessageDelivered &frame) { marked(Event::Kind::Delivered, frame); }
    void on(const ConversationCreated &frame);
    void on(const ConversationUpdated &frame) { passed(frame.conversationId, frame.change); }
    void on(const MemberAdded &frame) { passed(frame.conversationId, frame.change); }
    void on(const MemberUpdated &frame) { passed(frame.conversationId, frame.change); }
    void on(const MemberRemoved &frame);
    void on(const SyncHeads &frame);
    void on(const SyncDone &frame);
    template<typename Other>
    void on(const Other &)
    { }

    void sendDraft(const ConversationId &conversation, MessageDraft draft);
    void actOn(const ConversationId &conversation, const Message &message, QRandomGenerator &random);
    void ask(Event done, ClientFrame frame, QString id = {});
    void transmit(const Outgoing &outgoing);
    void retryLater(std::chrono::milliseconds delay);
    void changed(const Message &message);
    void reacted(const ReactionFields &frame);
    void marked(Event::Kind kind, const ReceiptFields &frame);
    void countReply(const Message &reply, int by);
    void passed(const ConversationId &id, qint64 change); // the next change was applied, or some are missing
    void forget(const ConversationId &id);
    void askForChanges(const ConversationId &id);
    void apply(const ConversationId &id, const Changes &changes);
    QCoro::Task<void> readHistory(ConversationId id);
    void keep(const Message &message);
    void requestSync();
    void beat();
    void write(const QString &id, ClientFrame frame);

    const UserId m_user;
    const QUrl m_server;
    const QString m_token;
    Record &m_record;
    Http m_http;
    std::unique_ptr<QWebSocket> m_socket;
    QTimer m_reconnect;
    QTimer m_retry;
    QTimer m_heartbeat;
    int m_silentBeats = 0;
    int m_patience = 3;
    bool m_online = false; // and the heads are known
    QList<Outgoing> m_outbox;
    QList<Outgoing> m_done; // messages that were acknowledged lately, to be sent once more
    QHash<ConversationId, Conversation> m_conversations;
    QSet<ConversationId> m_named; // by the sync that goes on
    QSet<ConversationId> m_reading; // whose history is on its way
    QHash<QString, ConversationId> m_pendingChanges; // by request id
};

} // namespace Hearth::Rig
