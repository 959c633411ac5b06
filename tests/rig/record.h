// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/message.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QHash>
#include <QList>
#include <QMap>
#include <QSet>

#include <vector>

namespace Hearth::Rig {

// One thing that a client did or saw, in the order in which it happened. All clients are in one process, so
// the order of the record is that of time.
struct Event {
    enum class Kind {
        Sent, // the client sent (or sent again) clientMsgId
        Acked, // the server acknowledged it as messageId at seq
        Seen, // a message reached the client, live or by catching up
        Edited, // the server acknowledged that messageId says `text` as of `change`
        Deleted, // … that it is deleted
        Reacted, // … that the client reacts with `text`
        Unreacted, // … that it no longer does
        Read, // the client saw that `subject` has read up to `seq`
        Delivered, // … has received up to `seq`
        Marked, // the server acknowledged that the client has read up to `seq`
        Inviting, // the client asks, for the first time, to add `subject`
        Removed, // `subject` was removed from the conversation as of `change`: the history tells, in the end
        Refused, // the server refused what the client wanted; `text` says why
        Restarted, // the server was killed: what it had not written is gone
        Fault, // `text` was done to the system
    };

    Kind kind = Kind::Sent;
    UserId client = {};
    ConversationId conversation = {};
    QString clientMsgId = {};
    MessageId messageId = {};
    qint64 seq = 0;
    qint64 change = 0;
    UserId subject = {};
    QString text = {};
    qint64 at = 0; // milliseconds since the record began

    // Messages as they were sent or seen, and not what was said about them.
    [[nodiscard]] bool isOfMessage() const { return kind == Kind::Acked || kind == Kind::Seen; }
};

// What a client holds of a message when all is calm again.
struct Kept {
    MessageId messageId;
    QString clientMsgId; // empty: a system message
    Message state = {};

    bool operator==(const Kept &) const = default;
};

// What the server counts for a member of a conversation.
struct Counters {
    int unread = 0;
    int mentions = 0;
    int members = 0;
    qint64 lastSeq = 0;
    qint64 readSeq = 0;
    qint64 deliveredSeq = 0;
};

// Who keeps, in `finalStates`, what the server tells of a conversation when it is asked for its history.
[[nodiscard]] inline UserId historyKeeper()
{
    return QStringLiteral("the history");
}

using States = QMap<qint64, Kept>; // place -> message

// All that a run recorded. Only clients write here; nothing is taken from the server's own words.
struct Record {
    Record() { clock.start(); }

    void add(Event event)
    {
        event.at = clock.elapsed();
        if (event.kind == Event::Kind::Acked)
            acknowledgedSeq[event.conversation] = std::max(acknowledgedSeq[event.conversation], event.seq);
        events.push_back(std::move(event));
    }

    // Whose final state has to hold all of a conversation.
    [[nodiscard]] QSet<UserId> keepers(const ConversationId &id) const
    {
        QSet<UserId> all = members.value(id);
        if (finalStates.value(historyKeeper()).contains(id))
            all.insert(historyKeeper());
        return all;
    }

    QElapsedTimer clock;
    QMap<ConversationId, QSet<UserId>> members; // in the end
    std::vector<Event> events;
    QHash<ConversationId, qint64> acknowledgedSeq; // the highest
    QMap<UserId, QMap<ConversationId, States>> finalStates;
    QMap<ConversationId, QMap<UserId, Counters>> counters; // in the end
};

} // namespace Hearth::Rig
