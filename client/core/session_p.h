// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/connection.h"
#include "core/credentials.h"
#include "core/messagechanges_p.h"
#include "core/messagehistory.h"
#include "core/outbox.h"
#include "core/people.h"
#include "core/reads.h"
#include "core/rest.h"
#include "core/session.h"
#include "core/sessionpanes.h"
#include "core/sync.h"
#include "core/transfers_p.h"
#include "core/typists.h"

#include <QTimer>

namespace Hearth {

// The parts of a session and how they are joined.
struct Session::Private {
    Private(Session &session, Config config);
    ~Private();

    QCoro::Task<Result<void>> start();
    void join();
    void onReady(const Hello &hello);
    void onLost();
    void onUser(const User &user);
    void onStored(const ConversationId &id, const QList<Message> &messages);
    QCoro::Task<void> onAcknowledged(Message message);
    QCoro::Task<void> onChanged(MessageRef message);
    QCoro::Task<Result<MessageSlice>> applied(QCoro::Task<Result<MessageSlice>> task);
    [[nodiscard]] ConversationSummary applied(ConversationSummary summary) const;
    void onRemoved(const ConversationId &id);
    void markRead(const ConversationId &id, qint64 seq, bool tellServer);
    QCoro::Task<void> recountUnread(ConversationId id, qint64 from, qint64 to);
    QCoro::Task<void> followPresence();
    void refreshShown(const ConversationId &id); // a conversation: what no event tells of
    QCoro::Task<void> refreshReceipts(ConversationId id);
    QCoro::Task<Result<ConversationId>> create(CreateConversation request);
    void report(const Error &error);

    Session &q;
    const Config config;
    Account account;
    const Timing timing;

    Http http;
    Credentials credentials;
    Rest rest;
    LocalStore store;
    Roster roster;
    Connection connection;
    MessageChanges::Private *changeParts; // owned by what is made of them
    MessageChanges changes;
    Transfers::Private *fileParts; // owned by what is made of them
    Transfers transfers;
    Outbox outbox;
    Sync sync;
    Reads reads;
    People people;
    Typists typists;
    MessageHistory history;
    SessionPanes panes;

    QHash<ConversationId, Timestamp> typingSaid; // when typing.start was last sent
    std::optional<PresenceStatus> presenceToSay;
    QList<UserId> followed; // whose presence this connection hears of
    QTimer followSoon; // many members become known at once
    QSet<ConversationId> receiptsFresh; // asked for since the connection was made
};

} // namespace Hearth
