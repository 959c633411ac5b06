// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session.h"

namespace Hearth::Test {

// What a Session of these tests knows and was asked. fakesession.cpp defines Session's members over it, so
// the windows run without a store, a server or a network.
struct FakeSession {
    Account account;
    ConnectionState state = ConnectionState::Online;
    std::optional<Timestamp> nextAttempt;
    QHash<ConversationId, ConversationSummary> conversations;
    QHash<UserId, User> users;
    QHash<UserId, PresenceStatus> presence;
    QHash<ConversationId, QList<UserId>> typing;
    QHash<ConversationId, QList<Member>> members;
    QHash<ConversationId, QList<Message>> messages;
    QHash<ConversationId, QList<OutgoingMessage>> outgoing;
    std::optional<Error> refusal; // of the next question to the server

    QStringList sent;
    QList<QList<OutgoingFile>> sentFiles; // of each
    QList<MessageType> sentTypes;
    QStringList retried;
    QStringList dropped;
    QList<qint64> readUpTo;
    int pagesAsked = 0;
    QList<bool> typingSaid;
    QList<UserId> groupMembers;
    QString refreshToken;
    QString accessToken;
    int reconnects = 0;
    int reconnectsAnew = 0;
    qint64 storedBytes = 0;
    bool signedOut = false;

    ConversationSummary &addDirect(const ConversationId &id, const User &other);
    ConversationSummary &addGroup(const ConversationId &id, const QString &name, const QList<User> &people);
    Result<MessageSlice> page(const ConversationId &id, qint64 from, qint64 to);
    Message &post(const ConversationId &id, const UserId &sender, const QString &text, Timestamp at);
};

[[nodiscard]] FakeSession &fakeOf(const Session &session);
[[nodiscard]] User person(const UserId &id, const QString &name);
[[nodiscard]] Session::Config configFor(const User &user);

// What the server answers to somebody who signs in.
struct FakeServerAnswers {
    Result<void> probe = {};
    Result<AuthTokens> tokens = fail(ErrorCode::Unauthorized, {});
    QStringList checked; // tokens
    QList<LoginRequest> logins;
    QList<RegisterRequest> registrations;
};
[[nodiscard]] FakeServerAnswers &serverAnswers();

} // namespace Hearth::Test
