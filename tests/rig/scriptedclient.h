// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rig/record.h"
#include "wire/clientframes.h"
#include "wire/serverframes.h"

#include <QTimer>
#include <QWebSocket>

namespace Hearth::Rig {

// A client of a few rules that records what happens to it: it sends with a key, sends again what was not
// acknowledged, applies changes in their order, and fetches what it missed.
class ScriptedClient : public QObject
{
    Q_OBJECT

public:
    ScriptedClient(UserId user, QUrl server, QString token, Record &record);
    ~ScriptedClient() override;

    void connectToServer(); // and again whenever the connection goes
    void send(const ConversationId &conversation, const QString &content);

    // Asks once more for what it may have missed. Settled: nothing is on its way in either direction.
    void settle();
    [[nodiscard]] bool isSettled() const;

    // Writes what the client holds into the record as its final state.
    void recordFinalState() const;

private:
    struct Conversation {
        qint64 lastChange = 0;
        QMap<qint64, Kept> messages;
    };
    struct Outgoing {
        ConversationId conversation;
        QString clientMsgId;
        QString content;
    };

    void dropSocket(); // without its last words
    void received(const QString &text);
    void on(const Hello &frame);
    void on(const Ack &frame);
    void on(const ErrorFrame &frame);
    void on(const NewMessage &frame);
    void on(const SyncHeads &frame);
    void on(const SyncDone &frame);
    template<typename Other>
    void on(const Other &)
    { }

    void transmit(const Outgoing &outgoing);
    void askForChanges(const ConversationId &id);
    void apply(const ConversationId &id, const Changes &changes);
    void keep(const Message &message);
    void requestSync();
    void write(const QString &id, ClientFrame frame);

    const UserId m_user;
    const QUrl m_server;
    const QString m_token;
    Record &m_record;
    std::unique_ptr<QWebSocket> m_socket;
    QTimer m_reconnect;
    bool m_online = false; // and the heads are known
    QList<Outgoing> m_outbox;
    QHash<ConversationId, Conversation> m_conversations;
    QHash<QString, ConversationId> m_pendingChanges; // by request id
};

} // namespace Hearth::Rig
