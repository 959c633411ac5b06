// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/pauses.h"
#include "core/types.h"

#include <QHash>
#include <QSet>

namespace Hearth {

class Connection;
class LocalStore;
class Uploads;

// Messages that the server has not confirmed. A message is on the disk before it is sent, is repeated under
// the same client_msg_id until there is an answer, and leaves with confirm(). One per conversation is under
// way at a time, so that a failure cannot change the order.
class Outbox : public QObject
{
    Q_OBJECT

public:
    Outbox(Connection &connection, LocalStore &store, Uploads &uploads, const Timing &timing);

    void load(const QList<OutgoingMessage> &messages);
    [[nodiscard]] QList<OutgoingMessage> of(const ConversationId &id) const;

    // Returns the client_msg_id. A message with files waits, and those after it do, until they are uploaded.
    QString add(const ConversationId &id, MessageDraft draft, const QList<OutgoingFile> &files = {});
    void retry(const QString &clientMsgId); // a failed one
    void drop(const QString &clientMsgId); // unless it is being sent
    // Another text for a message that is not under way; false when it is. One that failed is tried again.
    bool rewrite(const QString &clientMsgId, const QString &text, const QList<Mention> &mentions);

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
        bool uploadedAgain = false; // as the server did not know its files any more
    };
    QCoro::Task<void> keep(OutgoingMessage message);
    QCoro::Task<void> drain(ConversationId id);
    void resume();
    void settle(const QString &clientMsgId, const Result<QJsonObject> &answer);
    void setFailed(Entry &entry, const Error &error);
    void upload(const Entry &entry);
    void uploadAgain(Entry &entry);
    void setUploaded(const QString &attachmentId, const QString &fileId);
    void setUploadFailed(const QString &attachmentId, const Error &error);
    Entry *find(const QString &clientMsgId);
    // The message that a file belongs to, and the file in it.
    std::pair<Entry *, OutgoingAttachment *> findAttachment(const QString &id);
    Entry *next(const ConversationId &id);
    void remove(const QString &clientMsgId);

    Connection &m_connection;
    LocalStore &m_store;
    Uploads &m_uploads;
    const Timing &m_timing;
    QHash<ConversationId, QList<Entry>> m_entries;
    QHash<QString, ConversationId> m_conversations; // by client_msg_id
    QSet<ConversationId> m_draining;
    Pauses m_pauses;
};

} // namespace Hearth
