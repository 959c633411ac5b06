// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ids.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QMap>
#include <QSet>

#include <vector>

namespace Hearth::Rig {

// One thing that a client did or saw, in the order in which it happened to that client.
struct Event {
    enum class Kind {
        Sent, // the client sent (or sent again) clientMsgId
        Acked, // the server acknowledged it as messageId at seq
        Seen, // a message reached the client, live or by catching up
    };

    Kind kind = Kind::Sent;
    UserId client;
    ConversationId conversation;
    QString clientMsgId;
    MessageId messageId = {};
    qint64 seq = 0;
    qint64 change = 0;
};

// What a client holds of a conversation when all is calm again: place -> message.
struct Kept {
    MessageId messageId;
    QString clientMsgId;

    bool operator==(const Kept &) const = default;
};

// All that a run recorded. Only the clients write here; nothing is taken from the server's own words.
struct Record {
    QMap<ConversationId, QSet<UserId>> members;
    std::vector<Event> events;
    QMap<UserId, QMap<ConversationId, QMap<qint64, Kept>>> finalStates;
};

} // namespace Hearth::Rig
