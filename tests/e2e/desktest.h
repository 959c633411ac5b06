// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session.h"
#include "e2e/desk.h"
#include "support/postgresdatabase.h"
#include "support/serverprocess.h"
#include "support/testclient.h"

#include <QCoroTask>

#include <memory>
#include <vector>

namespace Hearth::Test {

using namespace Qt::Literals::StringLiterals;

// People at desks of their own around one real server, which all tests of a program share. Each test takes
// people of its own: their usernames are told apart by the round.
class DeskTest : public QObject
{
protected:
    // Without a database: the embedded default.
    explicit DeskTest(std::unique_ptr<PostgresDatabase> database = {})
        : m_database(std::move(database))
        , m_server(m_database ? m_database->url() : QString(), quickPasswords())
    { }

    static QStringList quickPasswords()
    {
        return {u"--argon2-memory"_s, u"64"_s, u"--argon2-passes"_s, u"1"_s};
    }

    void startServer() { QVERIFY2(m_server.start(), m_server.log()); }
    void beginRound() { ++m_round; }
    void leaveDesks() { m_desks.clear(); }

    // Of somebody who has not signed in yet.
    Desk &newDesk(const char *name)
    {
        const QString username = u"%1-%2"_s.arg(QLatin1StringView(name)).arg(m_round, 2, 10, QChar(u'0'));
        m_desks.push_back(std::make_unique<Desk>(username, m_room));
        return *m_desks.back();
    }

    // Of somebody with an account, who is online: "ana" is called Ana.
    Desk &sit(const char *name)
    {
        Desk &desk = newDesk(name);
        const QLatin1StringView called(name);
        desk.createAccount(m_server.url(), called.first(1).toString().toUpper() + called.mid(1));
        return desk;
    }

    // Another computer of the same person.
    Desk &sitElsewhere(const Desk &desk)
    {
        m_desks.push_back(std::make_unique<Desk>(desk.username, m_room));
        m_desks.back()->signIn(m_server.url());
        return *m_desks.back();
    }

    static UserId idOf(const Desk &desk) { return desk.session().userId(); }

    // Where the test is about something else than beginning a conversation.
    static ConversationId makeDirect(const Desk &one, const Desk &other)
    {
        const auto made = QCoro::waitFor(one.session().createDirect(idOf(other)));
        return made.value_or(ConversationId());
    }

    static ConversationId makeGroup(const QString &name, const Desk &owner, const QList<UserId> &others)
    {
        const auto made = QCoro::waitFor(owner.session().createGroup(name, others));
        return made.value_or(ConversationId());
    }

    // A script that works for this person.
    [[nodiscard]] std::unique_ptr<RestClient> rest(const Desk &desk) const { return rest(desk.username); }
    [[nodiscard]] std::unique_ptr<RestClient> rest(const QString &username) const
    {
        RestClient stranger(m_server.url(), {});
        const Answer login =
            stranger.post(u"/api/v1/auth/login"_s, {{u"username"_s, username}, {u"password"_s, password}});
        return std::make_unique<RestClient>(m_server.url(), login.json.value("access_token"_L1).toString());
    }

    static MessageId post(RestClient &client, const ConversationId &conversation, const QString &text,
                          const QJsonArray &mentions = {})
    {
        const Answer answer = client.post(u"/api/v1/conversations/%1/messages"_s.arg(conversation),
                                          {{u"content"_s, text}, {u"mentions"_s, mentions}});
        if (answer.status != 201)
            qFatal("“%s” was not taken: %s", qPrintable(text), answer.body.constData());
        return answer.json.value("id"_L1).toString();
    }

private:
    const std::unique_ptr<PostgresDatabase> m_database;

protected:
    ServerProcess m_server;
    Room m_room;

private:
    std::vector<std::unique_ptr<Desk>> m_desks;
    int m_round = 0;
};

} // namespace Hearth::Test
