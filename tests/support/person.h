// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session.h"
#include "support/await.h"
#include "support/serverprocess.h"

#include <QTemporaryDir>

namespace Hearth::Test {

using namespace Qt::Literals::StringLiterals;

// A person with an account at the real server, and a session that can be ended and begun again.
class Person
{
public:
    Person(const ServerProcess &server, const QString &name)
        : m_server(server)
    {
        RegisterRequest request;
        request.username = name;
        request.password = u"correct horse battery"_s;
        const auto tokens = await(registerAccount(server.url(), request));
        if (!tokens)
            qFatal("%s cannot register: %s", qPrintable(name), qPrintable(tokens.error().detail));
        m_tokens = *tokens;
        start();
    }

    void start()
    {
        session.reset();
        Timing timing;
        timing.backoffFirst = timing.backoffMax = Timing::ms(50);
        timing.deliveredInterval = timing.readInterval = Timing::ms(50);
        timing.undoDelete = Timing::ms(200);
        session = std::make_unique<Session>(
            Session::Config{m_server.url(), dir->path(), m_tokens, m_tokens.user, timing});
        QObject::connect(session.get(), &Session::tokensChanged, session.get(),
                         [this](const AuthTokens &tokens) { m_tokens = tokens; });
        if (!await(session->start()))
            qFatal("the session did not start");
    }

    // Another device of the same person: nothing is stored there, and what waits on this one is lost.
    void moveToAnotherDevice()
    {
        session.reset();
        dir = std::make_unique<QTemporaryDir>();
        start();
    }

    [[nodiscard]] QString token() const { return m_tokens.accessToken; }

    [[nodiscard]] bool isOnline() const
    {
        return QTest::qWaitFor([this] { return session->connectionState() == ConnectionState::Online; },
                               20'000);
    }

    [[nodiscard]] QStringList texts(const ConversationId &id) const
    {
        auto slice = await(session->newest(id, 50)).value_or(MessageSlice());
        QList<Message> all = slice.messages;
        while (slice.hasOlder && !slice.messages.isEmpty()) {
            slice = await(session->before(id, all.first().seq, 50)).value_or(MessageSlice());
            all = slice.messages + all;
        }
        QStringList list;
        for (const Message &message : std::as_const(all))
            list.append(message.content);
        return list;
    }

    QString say(const ConversationId &id, const QString &text)
    {
        MessageDraft draft;
        draft.content = text;
        return session->send(id, draft);
    }

    [[nodiscard]] Member other(const ConversationId &id) const
    {
        for (const Member &member : session->members(id)) {
            if (member.userId != session->userId())
                return member;
        }
        return {};
    }

    std::unique_ptr<QTemporaryDir> dir = std::make_unique<QTemporaryDir>();
    std::unique_ptr<Session> session;

private:
    const ServerProcess &m_server;
    AuthTokens m_tokens;
};

} // namespace Hearth::Test
