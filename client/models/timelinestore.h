// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/messagechange.h"
#include "core/types.h"

#include <QDate>

#include <functional>

namespace Hearth {

// How far a message of one's own has got.
enum class MessageProgress { None, Queued, Sending, Sent, Delivered, Read, Failed };

// The message that another one answers.
struct QuotedMessage {
    MessageId id = {};
    qint64 seq = 0; // 0: not known yet
    UserId senderId = {};
    QString text = {}; // one line
    bool gone = false; // deleted, or not to be had

    bool operator==(const QuotedMessage &) const = default;
};

// One message as the timeline shows it, whether the server has it or not yet.
struct TimelineItem {
    QString id = {}; // one's own keep their client_msg_id, so that they are the same row once acknowledged
    MessageId messageId = {}; // empty until acknowledged
    qint64 seq = 0; // 0 until acknowledged
    MessageId threadRootId = {}; // the message whose thread this is in: itself, unless it is a reply
    quint64 revision = 0; // another one whenever anything below differs
    UserId senderId = {};
    MessageType type = MessageType::Text;
    QString text = {};
    QList<File> files = {};
    QList<Mention> mentions = {};
    std::optional<QuotedMessage> reply = {};
    QList<Reaction> reactions = {};
    int replies = 0; // in the thread that it began
    bool pinned = false;
    bool changing = false; // something that was done to it waits for the server
    QString refusal = {}; // why an edit of it was refused
    QString refusedChange = {}; // the id of that edit
    Timestamp at = {};
    QDate day = {}; // of `at`, in local time
    bool own = false;
    bool edited = false;
    bool deleted = false;
    std::optional<OutgoingState> outgoing = {}; // until acknowledged
    QString error = {}; // why it failed
    Timestamp sendingSince = {}; // when it was first seen being sent
};

// One row of the timeline.
struct TimelineRow {
    enum class Kind {
        Day,
        New, // the line above the first unread message
        System,
        First, // of a group of messages: with name and picture
        Continued,
    };

    Kind kind = Kind::First;
    QString id; // unique among the rows
    int item = -1; // of the message, or of the one that follows a Day or the New line

    [[nodiscard]] bool isMessage() const { return kind != Kind::Day && kind != Kind::New; }
};

// The messages of one conversation around what the reader sees: one run without a gap, what waits to be sent
// after it, and the rows that follow from them. Plain data: whoever changes it tells the view.
class TimelineStore
{
public:
    using NameOf = std::function<QString(const UserId &)>;

    TimelineStore(UserId self, NameOf nameOf);

    void clear();
    void reset(const MessageSlice &slice); // replaces what is loaded
    void prepend(const MessageSlice &slice); // what comes right before the first
    void append(const MessageSlice &slice); // what comes right after the last
    // New or changed messages. What is neither loaded nor follows the last is not taken up; `hasNewer` then
    // says that there is more. Returns how many came after the last from somebody else, taken up or not.
    int apply(const QList<Message> &messages);
    void trimOlder(int keep);
    void trimNewer(int keep);

    void setOutgoing(const QList<OutgoingMessage> &outgoing);
    void setChanges(const QList<MessageChange> &changes); // of the conversation, that wait or were refused
    // Messages that are answered and not loaded: those that are looked for, and what was found.
    [[nodiscard]] QList<MessageId> unknownQuotes() const;
    void setQuoted(const Message &message);
    void setQuotedGone(const MessageId &id);
    void setMembers(const QList<Member> &members);
    void setExtent(qint64 firstSeq, qint64 lastSeq); // of the whole conversation, for the scroll bar

    // Puts the New line above the first message of somebody else after `readSeq`; it stays there whatever
    // is read later.
    void markNewAfter(qint64 readSeq);
    void clearNew();

    [[nodiscard]] const QList<TimelineRow> &rows() const { return m_rows; }
    [[nodiscard]] const TimelineItem &item(int index) const;
    [[nodiscard]] const TimelineItem &itemOf(int row) const { return item(m_rows.at(row).item); }
    [[nodiscard]] int indexOf(const QString &rowId) const; // -1: not there
    [[nodiscard]] int newRow() const { return indexOf(newRowId()); }
    [[nodiscard]] int loaded() const { return int(m_items.size()); } // acknowledged messages
    [[nodiscard]] bool hasOlder() const { return m_hasOlder; }
    [[nodiscard]] bool hasNewer() const { return m_hasNewer; }
    [[nodiscard]] qint64 firstSeq() const { return m_items.isEmpty() ? 0 : m_items.first().seq; }
    [[nodiscard]] qint64 lastSeq() const { return m_items.isEmpty() ? 0 : m_items.last().seq; }
    [[nodiscard]] qint64 olderCount() const; // not loaded, as far as is known
    [[nodiscard]] qint64 newerCount() const;

    [[nodiscard]] MessageProgress progress(const TimelineItem &item) const;
    [[nodiscard]] int readers(const TimelineItem &item) const; // of the others
    [[nodiscard]] const UserId &self() const { return m_self; }
    [[nodiscard]] int otherMembers() const { return int(m_members.size()); }
    [[nodiscard]] QString nameOf(const UserId &id) const { return m_nameOf(id); }
    [[nodiscard]] const QList<Member> &members() const { return m_members; } // the others

    [[nodiscard]] static QString newRowId();

private:
    [[nodiscard]] TimelineItem toItem(const Message &message);
    [[nodiscard]] TimelineItem toItem(const OutgoingMessage &message, const TimelineItem *before);
    [[nodiscard]] QList<TimelineItem> toItems(const QList<Message> &messages);
    [[nodiscard]] QuotedMessage quoted(const MessageId &id) const;
    void updateQuotes(const QuotedMessage &quoted); // wherever it is answered
    void applyChanges(TimelineItem &item) const;
    bool isWaiting(const TimelineItem &item) const;
    void rebuild();

    const UserId m_self;
    const NameOf m_nameOf;
    QList<TimelineItem> m_items; // by seq
    QList<TimelineItem> m_outgoing;
    QList<MessageChange> m_changes;
    QHash<MessageId, QuotedMessage> m_quotes; // not loaded
    QList<Member> m_members; // the others
    QList<TimelineRow> m_rows;
    QHash<QString, int> m_rowIndex;
    bool m_hasOlder = false;
    bool m_hasNewer = false;
    qint64 m_extentFirst = 0;
    qint64 m_extentLast = 0;
    qint64 m_newSeq = 0; // of the message below the New line; 0: none
    quint64 m_revision = 0;
};

} // namespace Hearth
