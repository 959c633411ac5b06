// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/connection.h"
#include "core/localstore.h"
#include "core/messagechanges.h"
#include "core/pauses.h"
#include "core/rest.h"

#include <QSet>

namespace Hearth {

struct MessageChanges::Private {
    struct Entry {
        MessageChange change;
        bool stored = false;
        bool sending = false;
        bool acknowledged = false; // shown until the message that the store has is like this
        qint64 answeredChange = 0; // of the message as the server answered; a deletion does not tell
    };

    void load(const QList<MessageChange> &changes);
    QString add(MessageChange change);
    QCoro::Task<void> keep(MessageChange change);
    QCoro::Task<void> drain(MessageId message);
    void settle(const QString &id, const Result<QJsonObject> &answer);
    void refuse(Entry &entry, const Error &error);
    void resume(); // a connection is there
    void forgetAcknowledged(); // what is stored is as new as they are
    void take(const QList<Message> &stored); // what the server says of messages
    void forget(const ConversationId &conversation);
    void cancel() { pauses.cancel(); }

    Entry *find(const QString &id);
    Entry *next(const MessageId &message); // to be sent
    void removeEntry(const QString &id);

    Rest &rest;
    LocalStore &store;
    Connection &connection;
    const Timing &timing;
    const UserId self;
    MessageChanges *q = nullptr;
    QList<Entry> entries = {}; // in the order of making
    QSet<MessageId> draining = {};
    Pauses pauses = {};
};

} // namespace Hearth
