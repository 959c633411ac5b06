// SPDX-License-Identifier: Apache-2.0
#include "core/outbox.h"

#include "support/sessionfixture.h"

#include <QSignalSpy>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

namespace {

bool isSettled(const Client &client, const ConversationId &id)
{
    return QTest::qWaitFor([&] { return client.session->outgoing(id).isEmpty(); }, 20'000);
}

QList<OutgoingState> states(const Client &client, const ConversationId &id)
{
    QList<OutgoingState> list;
    for (const OutgoingMessage &message : client.session->outgoing(id))
        list.append(message.state);
    return list;
}

} // namespace

class TestOutbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messagesAreSentOnceAndInOrder_data()
    {
        QTest::addColumn<bool>("acksFirst");
        QTest::newRow("message.new before the ack") << false;
        QTest::newRow("ack before message.new") << true;
    }

    void messagesAreSentOnceAndInOrder()
    {
        QFETCH(bool, acksFirst);
        FakeServer server;
        server.acksFirst = acksFirst;
        const ConversationId room = server.addRoom();
        Client client(server);
        QVERIFY(client.isOnline());
        QStringList sent;
        for (int i = 0; i < 20; ++i) {
            sent += u"message %1"_s.arg(i);
            client.session->send(room, draftOf(sent.last()));
        }
        QCOMPARE(client.session->outgoing(room).size(), 20);
        QVERIFY(isSettled(client, room));
        QCOMPARE(contents(server.rooms[room].messages), sent);
        QCOMPARE(contents(client.newest(room)), sent);
    }

    void aMessageIsNeverShownTwiceOrNotAtAll()
    {
        FakeServer server;
        const ConversationId room = server.addRoom();
        Client client(server);
        QVERIFY(client.isOnline());
        QSet<QString> arrived;
        QStringList wrong;
        const QString id = client.session->send(room, draftOf(u"hello"_s));
        connect(client.session.get(), &Session::messagesChanged, this,
                [&](const ConversationId &, const QList<Message> &messages) {
                    for (const Message &message : messages)
                        arrived.insert(message.clientMsgId.value_or(QString()));
                });
        const auto look = [&] {
            const bool waiting = !client.session->outgoing(room).isEmpty();
            if (waiting == arrived.contains(id))
                wrong += waiting ? u"twice"_s : u"not at all"_s;
        };
        connect(client.session.get(), &Session::outgoingChanged, this, look);
        connect(client.session.get(), &Session::messagesChanged, this, look);
        QVERIFY(isSettled(client, room));
        QTRY_COMPARE(arrived.size(), 1);
        QCOMPARE(wrong, QStringList());
    }

    void aLostAckDoesNotDoubleAMessage()
    {
        FakeServer server;
        server.losesAcks = true;
        server.live = false;
        const ConversationId room = server.addRoom();
        Client client(server);
        QVERIFY(client.isOnline());
        client.session->send(room, draftOf(u"one"_s));
        client.session->send(room, draftOf(u"two"_s));
        QTRY_VERIFY(server.handshakes >= 2);
        server.losesAcks = false;
        server.live = true;
        QVERIFY(isSettled(client, room));
        QCOMPARE(contents(server.rooms[room].messages), (QStringList{u"one"_s, u"two"_s}));
        QVERIFY(client.isOnline());
        QTRY_COMPARE(contents(client.newest(room)), (QStringList{u"one"_s, u"two"_s}));
    }

    void whatWasWrittenOfflineIsSentAfterARestart()
    {
        FakeServer server;
        const ConversationId room = server.addRoom();
        Client client(server);
        QVERIFY(client.isOnline());
        server.stop();
        QVERIFY(client.reaches(ConnectionState::Offline));
        QStringList sent;
        for (int i = 0; i < 5; ++i) {
            sent += u"offline %1"_s.arg(i);
            client.session->send(room, draftOf(sent.last()));
        }
        client.start(); // another Session on the same folder
        QCOMPARE(states(client, room), QList<OutgoingState>(5, OutgoingState::Queued));
        server.startAgain();
        QVERIFY(isSettled(client, room));
        QCOMPARE(contents(server.rooms[room].messages), sent);
    }

    void aRefusedMessageFailsWithTheReasonAndTheNextOnesGo()
    {
        FakeServer server;
        server.refusals.insert(u"bad"_s, {ErrorCode::Blocked, u"You are blocked."_s, {}, {}});
        const ConversationId room = server.addRoom();
        Client client(server);
        QVERIFY(client.isOnline());
        const QString bad = client.session->send(room, draftOf(u"bad"_s));
        client.session->send(room, draftOf(u"good"_s));
        QTRY_COMPARE(contents(server.rooms[room].messages), QStringList{u"good"_s});
        QTRY_COMPARE(states(client, room), QList{OutgoingState::Failed});
        QCOMPARE(client.session->outgoing(room).first().error->detail, u"You are blocked."_s);

        client.start();
        QCOMPARE(states(client, room), QList{OutgoingState::Failed});
        server.refusals.clear();
        QVERIFY(client.isOnline());
        client.session->retry(bad);
        QVERIFY(isSettled(client, room));
        QCOMPARE(contents(server.rooms[room].messages), (QStringList{u"good"_s, u"bad"_s}));
    }

    void aServerThatAsksForPatienceGetsTheSameOrder()
    {
        FakeServer server;
        server.refusals.insert(u"one"_s, {ErrorCode::RateLimited, u"Slowly."_s, {}, 5});
        const ConversationId room = server.addRoom();
        Client client(server);
        QVERIFY(client.isOnline());
        client.session->send(room, draftOf(u"one"_s));
        client.session->send(room, draftOf(u"two"_s));
        QTRY_VERIFY(server.seen<SendMessage>().size() > 2);
        server.refusals.clear();
        QVERIFY(isSettled(client, room));
        QCOMPARE(contents(server.rooms[room].messages), (QStringList{u"one"_s, u"two"_s}));
    }

    void aDroppedMessageIsNotSent()
    {
        FakeServer server;
        const ConversationId room = server.addRoom();
        Client client(server);
        QVERIFY(client.isOnline());
        server.stop();
        QVERIFY(client.reaches(ConnectionState::Offline));
        const QString id = client.session->send(room, draftOf(u"never mind"_s));
        client.session->send(room, draftOf(u"this"_s));
        client.session->drop(id);
        client.start();
        server.startAgain();
        QVERIFY(isSettled(client, room));
        QCOMPARE(contents(server.rooms[room].messages), QStringList{u"this"_s});
    }

    void needingToSignInKeepsTheOutbox()
    {
        FakeServer server;
        const ConversationId room = server.addRoom();
        Client client(server);
        QVERIFY(client.isOnline());
        server.validToken = u"token-2"_s;
        server.closeAll(4501);
        QVERIFY(client.reaches(ConnectionState::AuthNeeded));
        client.session->send(room, draftOf(u"later"_s));
        client.session->setDraft(room, u"half a"_s);
        client.start();
        QVERIFY(client.reaches(ConnectionState::AuthNeeded));
        QCOMPARE(states(client, room), QList{OutgoingState::Queued});
        QCOMPARE(client.session->draft(room), u"half a"_s);
        client.session->useTokens(tokensOf(u"token-2"_s));
        QVERIFY(isSettled(client, room));
        QCOMPARE(contents(server.rooms[room].messages), QStringList{u"later"_s});
    }
};

QTEST_GUILESS_MAIN(TestOutbox)
#include "tst_outbox.moc"
