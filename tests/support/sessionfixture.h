// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session.h"
#include "support/await.h"
#include "support/fakeserver.h"

#include <QTemporaryDir>
#include <QTest>

namespace Hearth::Test {

// Durations for tests: short where they are waited for, long where they must not interfere.
[[nodiscard]] inline Timing quick()
{
    Timing timing;
    timing.backoffFirst = timing.backoffMax = Timing::ms(20);
    timing.retryAfter = Timing::ms(10);
    timing.deliveredInterval = Timing::ms(20);
    timing.readInterval = Timing::ms(20);
    timing.wakeTick = Timing::ms(10);
    return timing;
}

[[nodiscard]] inline AuthTokens tokensOf(const QString &access, const QString &refresh = {})
{
    AuthTokens tokens;
    tokens.accessToken = access;
    tokens.refreshToken = refresh;
    return tokens;
}

// A session that can be ended and begun again on the same folder.
class Client
{
public:
    explicit Client(FakeServer &server, AuthTokens tokens = tokensOf(QStringLiteral("token-1")))
        : m_server(server)
        , m_tokens(std::move(tokens))
    {
        start();
    }

    void start()
    {
        session.reset();
        Account account;
        account.user = {FakeServer::self(), FakeServer::self(), QStringLiteral("Me")};
        session = std::make_unique<Session>(
            Session::Config{m_server.url(), dir.path(), m_tokens, account, quick()});
        if (!await(session->start()))
            qFatal("the session did not start");
    }
    void stop() { session.reset(); }

    [[nodiscard]] bool reaches(ConnectionState state) const
    {
        return QTest::qWaitFor([&] { return session->connectionState() == state; }, 20'000);
    }
    [[nodiscard]] bool isOnline() const { return reaches(ConnectionState::Online); }

    [[nodiscard]] QList<Message> newest(const ConversationId &id, int limit = 50) const
    {
        return await(session->newest(id, limit)).value_or(MessageSlice()).messages;
    }
    // All that the local store and the server have, page by page from the end.
    [[nodiscard]] QList<Message> everything(const ConversationId &id) const
    {
        auto slice = await(session->newest(id, 50)).value_or(MessageSlice());
        QList<Message> all = slice.messages;
        while (slice.hasOlder && !slice.messages.isEmpty()) {
            slice = await(session->before(id, all.first().seq, 50)).value_or(MessageSlice());
            all = slice.messages + all;
        }
        return all;
    }

    QTemporaryDir dir;
    std::unique_ptr<Session> session;

private:
    FakeServer &m_server;
    const AuthTokens m_tokens;
};

[[nodiscard]] inline QStringList contents(const QList<Message> &messages)
{
    QStringList list;
    for (const Message &message : messages)
        list.append(message.content);
    return list;
}

[[nodiscard]] inline MessageDraft draftOf(const QString &content)
{
    MessageDraft draft;
    draft.content = content;
    return draft;
}

} // namespace Hearth::Test
