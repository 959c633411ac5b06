// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/pauses.h"
#include "core/types.h"

#include <QHash>
#include <QSet>

namespace Hearth {

class Connection;
class LocalStore;

// Messages that the server has not confirmed. A message is on the disk before it is sent, is repeated under
// the same client_msg_id until there is an answer, and leaves with confirm(). One per conversation is under
// way at a time, so that a failure cannot change the order.
class Outbox : public QObject
{
    Q_OBJECT

public:
    Outbox(Connection &connection, LocalStore &store, const Timing &timing);

    void load(const QList<OutgoingMessage> &messages);
    [[nodiscard]] QList<OutgoingMessage> of(const ConversationId &id) const;

    QString add(const ConversationId &id, MessageDraft draft); // returns the client_msg_id
    void retry(const QString &clientMsgId); // a failed one
    void drop(const QString &clientMsgId); // unless it is being sent

    // The message is in the conversation now; true when it was waiting here. Emits nothing: the caller shows
    // both in one step.
    bool confirm(const QString &clientMsgId);
    void forget(const ConversationId &id); // the conversation is gone
    void cancel() { m_pauses.cancel(); }

Q_SIGNALS:
    void changed(const ConversationId &id);
    void acknowledged(const Message &message); // followed by confirm() once it is in the conversation

private:
    struct Entry {
        OutgoingMessage message;
        bool stored = false;
        bool acknowledged = false;
    };
    QCoro::Task<void> keep(OutgoingMessage message);
    QCoro::Task<void> drain(ConversationId id);
    void resume();
    void settle(const QString &clientMsgId, const Result<QJsonObject> &answer);
    void setFailed(Entry &entry, const Error &error);
    Entry *find(const QString &clientMsgId);
    Entry *next(const ConversationId &id);
    void remove(const QString &clientMsgId);

    Connection &m_connection;
    LocalStore &m_store;
    const Timing &m_timing;
    QHash<ConversationId, QList<Entry>> m_entries;
    QHash<QString, ConversationId> m_conversations; // by client_msg_id
    QSet<ConversationId> m_draining;
    Pauses m_pauses;
};

} // namespace Hearth
