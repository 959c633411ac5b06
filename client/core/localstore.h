// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/messagechange.h"
#include "core/messagetable.h"
#include "core/storethread.h"
#include "model/notification.h"

namespace Hearth {

// What is known of an account before the network answers.
struct StoredState {
    QList<Conversation> conversations; // with members
    QList<User> users;
    QHash<ConversationId, QString> drafts;
    QList<OutgoingMessage> outbox; // in the order of writing; Queued or Failed
    QList<MessageChange> changes; // that the server has not confirmed, in the order of making
    QHash<ConversationId, qint64> unsentReads; // that the server has not heard of
    QHash<ConversationId, QJsonObject> unsentSettings;
    QList<Notification> notifications; // newest first
    QStringList unsentNotificationReads;
    QString epoch;
    std::optional<Timestamp> since; // of the next `sync`
    std::optional<Error> mended; // a file had to be begun anew
};

// One step forward of a conversation.
struct Batch {
    qint64 since = 0; // the change it builds on
    Conversation conversation; // as it is afterwards; last_change is the new cursor
    QList<Message> messages = {};
    QList<Member> members = {}; // added or changed
    QList<UserId> removed = {};
    bool snapshot = false; // what was stored of messages and members is void
};

// A piece of the history as the server gave it.
struct HistoryPage {
    ConversationId conversationId;
    QList<Message> messages;
    MessageTable::Range range; // that the messages fill without a gap
};

// A run of stored messages next to a place; `gap` says that the stored run ended before the limit.
struct StoredRun {
    QList<Message> messages; // ascending
    bool gap = false;
};

// The local files of one account behind one thread: work is done and answered in the order of the calls. Any
// call may fail with `internal` (disk, damage), and with `unavailable` after close().
class LocalStore
{
public:
    explicit LocalStore(QString folder)
        : m_thread(std::move(folder))
    { }

    QCoro::Task<Result<StoredState>> open();
    void close() { m_thread.close(); } // finishes and answers what was queued

    // One transaction. `conflict` when the conversation does not stand at `since`: nothing is changed then.
    QCoro::Task<Result<void>> apply(Batch batch);
    QCoro::Task<Result<void>> keepHistory(HistoryPage page);
    QCoro::Task<Result<void>> saveConversation(Conversation conversation); // fields only
    QCoro::Task<Result<void>> saveMembers(ConversationId conversation, QList<Member> members);
    QCoro::Task<Result<void>> removeConversation(ConversationId conversation); // its drafts and outbox, too
    QCoro::Task<Result<void>> saveUsers(QList<User> users);
    QCoro::Task<Result<void>> saveCursor(QString epoch, std::optional<Timestamp> since);
    QCoro::Task<Result<void>> voidCursors(); // and all messages, which may have become others

    QCoro::Task<Result<void>> shrink(); // gives the room of what was removed back to the disk

    QCoro::Task<Result<StoredRun>> before(ConversationId conversation, qint64 seq, int limit);
    QCoro::Task<Result<StoredRun>> after(ConversationId conversation, qint64 seq, int limit);
    QCoro::Task<Result<StoredRun>> around(ConversationId conversation, qint64 seq, int limit);
    QCoro::Task<Result<int>> countUnread(ConversationId conversation, MessageTable::Range range,
                                         UserId reader);
    QCoro::Task<Result<QList<Message>>> search(QString words, int limit);
    // Messages for which an SQL condition over the table holds, newest first.
    QCoro::Task<Result<QList<Message>>> select(QString condition, QVariantList values, int limit);

    // Synced to the disk when they have finished.
    QCoro::Task<Result<void>> enqueue(OutgoingMessage message);
    QCoro::Task<Result<void>> setOutgoingError(QString clientMsgId, std::optional<Error> error);
    QCoro::Task<Result<void>> setOutgoingDraft(QString clientMsgId, MessageDraft draft);
    QCoro::Task<Result<void>> removeOutgoing(QString clientMsgId);
    QCoro::Task<Result<void>> setAttachmentCopied(QString id);
    QCoro::Task<Result<void>> setAttachmentUploaded(QString id, QString fileId); // empty: no longer
    QCoro::Task<Result<void>> enqueueChange(MessageChange change);
    QCoro::Task<Result<void>> setChangeError(QString id, std::optional<Error> error);
    QCoro::Task<Result<void>> removeChange(QString id);
    QCoro::Task<Result<void>> saveDraft(ConversationId conversation, QString text); // empty removes it
    QCoro::Task<Result<void>> saveUnsentRead(ConversationId conversation, qint64 seq);
    QCoro::Task<Result<void>> removeUnsentRead(ConversationId conversation, qint64 seq); // and lower ones
    QCoro::Task<Result<void>> saveUnsentSettings(ConversationId conversation, QJsonObject settings);
    QCoro::Task<Result<void>> saveUnsentNotificationRead(QString what);
    QCoro::Task<Result<void>> removeUnsentNotificationRead(QString what);

    // Takes the place of all that are stored.
    QCoro::Task<Result<void>> saveNotifications(QList<Notification> notifications);

private:
    template<typename F>
    QCoro::Task<Result<void>> write(F work);

    StoreThread m_thread;
};

} // namespace Hearth
