// SPDX-License-Identifier: Apache-2.0
#include "rig/checker.h"
#include "rig/faultyproxy.h"
#include "rig/scriptedclient.h"
#include "support/databases.h"
#include "support/serverprocess.h"
#include "support/testclient.h"
#include "wire/limits.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Hearth;
using namespace Hearth::Rig;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int messagesPerClient = 60;
constexpr int kills = 3;
constexpr int mostLongMessages = 500; // 20 MB

// A REST call that must succeed.
QByteArray call(const ServerProcess &server, const UserId &user, const QByteArray &method,
                const QString &path, const QByteArray &body = {})
{
    const Answer answer =
        RestClient(server.url(), ServerProcess::externalToken(user)).call(method, path, body);
    if (answer.status < 200 || answer.status > 299)
        qFatal("%s failed: %s", qPrintable(path), answer.body.constData());
    return answer.body;
}

ConversationId makeConversation(const ServerProcess &server, const QList<UserId> &members)
{
    CreateConversation request;
    request.type = members.size() == 2 ? ConversationType::Direct : ConversationType::Group;
    if (members.size() > 2)
        request.name = u"Group of %1"_s.arg(members.size());
    request.memberIds = members;
    const auto made = parse<Conversation>(
        call(server, members.first(), "POST", u"/api/v1/conversations"_s, toJson(request)));
    return made.value().id;
}

// All of a conversation as the server's own record tells it.
QMap<qint64, Kept> historyOf(const ServerProcess &server, const UserId &user, const ConversationId &id)
{
    QMap<qint64, Kept> all;
    for (bool more = true; more;) {
        const QString path = u"/api/v1/conversations/%1/messages?limit=100&after_seq=%2"_s.arg(id).arg(
            all.isEmpty() ? 0 : all.lastKey());
        const auto page = parse<Page<Message>>(call(server, user, "GET", path)).value();
        for (const Message &message : page.items)
            all.insert(message.seq, {message.id, message.clientMsgId.value_or(QString()), message});
        more = page.hasMore;
    }
    return all;
}

} // namespace

// Promises 1 to 4 with kill -9 of the server in the middle of traffic, and 9 with a client that does not
// read.
class TestPromises : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hold_data() { everyBackend(); }

    void hold()
    {
        const quint32 seed = qEnvironmentVariableIsSet("HEARTH_SEED")
            ? qEnvironmentVariable("HEARTH_SEED").toUInt()
            : QRandomGenerator::system()->generate();
        qInfo("seed %u (repeat with HEARTH_SEED=%u)", seed, seed);
        QRandomGenerator random(seed);

        TestDatabase database;
        ServerProcess server(database.url());
        QVERIFY2(server.start(), server.log());

        Record record;
        const QList<UserId> people{u"ana"_s, u"li"_s, u"jo"_s, u"max"_s};
        const QList<QList<UserId>> groups{{people[0], people[1]}, people.first(3), people};
        for (const QList<UserId> &members : groups)
            record.members[makeConversation(server, members)] = {members.begin(), members.end()};

        std::vector<std::unique_ptr<ScriptedClient>> clients;
        for (const UserId &user : people + QList<UserId>{u"stranger"_s}) {
            clients.push_back(std::make_unique<ScriptedClient>(user, server.webSocketUrl(),
                                                               ServerProcess::externalToken(user), record));
            clients.back()->connectToServer();
        }
        runWithKills(server, clients, people, record, random);

        for (const auto &client : clients)
            client->recordFinalState();
        for (auto it = record.members.begin(); it != record.members.end(); ++it) {
            const UserId reader = *it->begin();
            const UserId witness = u"the record that %1 reads"_s.arg(reader);
            record.finalStates[witness][it.key()] = historyOf(server, reader, it.key());
            it->insert(witness);
        }
        const QList<Violation> violations = check(record);
        QVERIFY2(violations.isEmpty(), qPrintable(describe(violations)));
        const auto acknowledged = std::ranges::count(record.events, Event::Kind::Acked, &Event::kind);
        QVERIFY(acknowledged >= messagesPerClient * people.size());
    }

    void whoDoesNotReadIsGivenUpAndLosesNothing_data() { everyBackend(); }

    void whoDoesNotReadIsGivenUpAndLosesNothing()
    {
        TestDatabase database;
        ServerProcess server(database.url());
        QVERIFY2(server.start(), server.log());
        FaultyProxy proxy(quint16(server.url().port()));
        QUrl throughProxy = server.webSocketUrl();
        throughProxy.setPort(proxy.serverPort());

        Record record;
        const ConversationId id = makeConversation(server, {u"ana"_s, u"li"_s});
        record.members[id] = {u"ana"_s, u"li"_s};
        ScriptedClient ana(u"ana"_s, server.webSocketUrl(), ServerProcess::externalToken(u"ana"_s), record);
        ScriptedClient li(u"li"_s, throughProxy, ServerProcess::externalToken(u"li"_s), record);
        li.setPatience(1'000); // it is the server that gives up
        const auto settled = [&] { return ana.isSettled() && li.isSettled(); };
        ana.connectToServer();
        li.connectToServer();
        QTRY_VERIFY(settled());

        QRandomGenerator random(1);
        while (proxy.notReading() == 0) // it hits every other line
            proxy.stopReading(random);
        const auto givenUp = [&server] {
            const QByteArray metrics = RestClient(server.url(), {}).get(u"/metrics"_s).body;
            return figure(metrics, "messaging_websocket_slow_closes_total") > 0;
        };
        const QString longWord = u"\U0001F525"_s.repeated(Limits::contentCodePoints);
        int said = 0;
        while (said < mostLongMessages && !givenUp()) {
            for (int i = 0; i < 10; ++i, ++said)
                ana.send(id, longWord);
            QTRY_VERIFY2(ana.isSettled(), "who reads is slowed by who does not");
        }
        QVERIFY2(said < mostLongMessages, "the server keeps all for who does not read");
        ana.send(id, u"Where are you?"_s);

        proxy.readOn();
        QTRY_VERIFY_WITH_TIMEOUT(settled(), 60'000);
        li.settle();
        QTRY_VERIFY_WITH_TIMEOUT(settled(), 60'000);
        ana.recordFinalState();
        li.recordFinalState();
        const QList<Violation> violations = check(record);
        QVERIFY2(violations.isEmpty(), qPrintable(describe(violations)));
        QCOMPARE(record.finalStates[u"li"_s][id].size(), said + 1);
    }

private:
    // Everybody writes a little in each turn of the loop; the server dies after as many acknowledgements as
    // the seed says, and comes back.
    static void runWithKills(ServerProcess &server,
                             const std::vector<std::unique_ptr<ScriptedClient>> &clients,
                             const QList<UserId> &people, const Record &record, QRandomGenerator &random)
    {
        const auto acknowledged = [&record] {
            return std::ranges::count(record.events, Event::Kind::Acked, &Event::kind);
        };
        const auto total = messagesPerClient * people.size();
        int sent = 0;
        QTimer writer;
        QObject::connect(&writer, &QTimer::timeout, &writer, [&] {
            if (sent == total)
                return;
            const auto who = sent++ % people.size();
            const QList<ConversationId> own = conversationsOf(people[who], record);
            clients[size_t(who)]->send(own[random.bounded(int(own.size()))], u"message %1"_s.arg(sent));
        });
        writer.start(1);

        for (int kill = 1; kill <= kills; ++kill) {
            const auto threshold = total * kill / (kills + 1) + random.bounded(int(total / (2 * kills)));
            QVERIFY2(QTest::qWaitFor([&] { return acknowledged() >= threshold; }, 60'000), server.log());
            server.kill();
            QVERIFY2(server.start(), server.log());
        }
        const auto settled = [&clients] { return std::ranges::all_of(clients, &isSettled); };
        QVERIFY2(QTest::qWaitFor([&] { return sent == total && settled(); }, 120'000), server.log());
        for (const auto &client : clients)
            client->settle();
        QVERIFY2(QTest::qWaitFor(settled, 60'000), server.log());
    }

    static bool isSettled(const std::unique_ptr<ScriptedClient> &client) { return client->isSettled(); }

    static QList<ConversationId> conversationsOf(const UserId &user, const Record &record)
    {
        QList<ConversationId> own;
        for (auto it = record.members.begin(); it != record.members.end(); ++it) {
            if (it->contains(user))
                own += it.key();
        }
        return own;
    }
};

QTEST_GUILESS_MAIN(TestPromises)
#include "tst_promises.moc"
