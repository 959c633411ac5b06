// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/messageattachments.h"
#include "storage/messagestore.h"
#include "storage/sql.h"

#include <QHash>

namespace Hearth {

using AppendAnswers = QList<Result<StoredMessage>>; // one for each message of a batch, in its order

// One group commit: the messages that queued up, stored with a handful of statements (architecture.md, Data).
// Used inside one transaction.
class MessageBatch
{
public:
    MessageBatch(Sql &sql, const QList<MessageInsert> &messages)
        : m_sql(sql)
        , m_messages(messages)
        , m_attachments(sql, messages)
    { }

    // Stores what may be stored and answers the rest with the reason.
    [[nodiscard]] AppendAnswers store();

    // What became of a batch whose commit was cut off: what is there is answered as stored, the rest as
    // unavailable. Waits for whoever still holds the conversations, so that the answer is final.
    [[nodiscard]] AppendAnswers readBack();

private:
    using Pair = std::pair<QString, QString>;

    struct Place { // where the next message of a conversation goes
        qint64 lastSeq = 0;
        qint64 lastChange = 0;
        qint64 lastOrdinal = 0;
        Timestamp lastActivityAt = {};
    };
    struct Sender {
        bool canSendMessages = true;
        qint64 firstVisibleSeq = 1;
        qint64 newSeq = 0; // of their newest message in this batch
        qint64 newOrdinal = 0;
        Timestamp newAt = {};
    };
    struct Stored {
        Message message;
        QByteArray requestHash;

        // One that is deleted no longer tells what it was, and answers for any.
        [[nodiscard]] bool isRepeatedBy(const QByteArray &hash) const
        {
            return message.isDeleted || requestHash == hash;
        }
    };
    struct Replied {
        ConversationId conversationId;
        qint64 seq = 0;
        MessageId threadRootId;
    };

    void lockConversations();
    void readSenders();
    void readStored();
    void readReplied();
    Result<StoredMessage> place(const MessageInsert &insert);
    void writeMessages();
    void writeMentions();
    void writeConversations();
    void writeSenders();
    void writeReplyCounts();

    Sql &m_sql;
    const QList<MessageInsert> &m_messages;
    MessageAttachments m_attachments;
    QHash<ConversationId, Place> m_places;
    QHash<Pair, Sender> m_senders; // by conversation and user; who is no member is missing
    QHash<Pair, Stored> m_stored; // by sender and client_msg_id
    QHash<MessageId, Replied> m_replied;
    QList<std::pair<Stored, qint64>> m_new; // with the ordinal
};

} // namespace Hearth
