// SPDX-License-Identifier: Apache-2.0
#include "core/sync.h"

#include "core/typists.h"
#include "support/sessionfixture.h"

#include <QRandomGenerator>
#include <QSignalSpy>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

namespace {

qint64 changeOf(const Client &client, const ConversationId &id)
{
    const auto summary = client.session->conversation(id);
    return summary ? summary->conversation.lastChange : -1;
}

bool catchesUp(const Client &client, const FakeServer &server, const ConversationId &id)
{
    const qint64 change = server.rooms[id].conversation.lastChange;
    return QTest::qWaitFor([&] { return changeOf(client, id) == change; }, 20'000);
}

} // namespace

class TestSync : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstSyncBringsEveryConversationWithItsNewestMessages()
    {
        FakeServer server;
        QList<ConversationId> rooms;
        for (int i = 0; i < 10; ++i) {
            rooms += server.addRoom();
            for (int j = 0; j < 60; ++j)
                server.post(rooms.last(), u"ana"_s, QString::number(j));
        }
        Client client(server);
        QVERIFY(client.isOnline());
        QCOMPARE(client.session->conversations().size(), 10);
        for (const ConversationId &room : rooms) {
            QCOMPARE(client.newest(room), server.rooms[room].messages.last(50));
            QCOMPARE(client.session->conversation(room)->directWith, std::optional(u"ana"_s));
            QCOMPARE(client.everything(room), server.rooms[room].messages);
        }
    }

    void liveMessagesArriveAndAreSaidToBeDelivered()
    {
        FakeServer server;
        const ConversationId room = server.addRoom();
        Client client(server);
        QVERIFY(client.isOnline());
        QSignalSpy arrived(client.session.get(), &Session::messageArrived);
        server.post(room, u"ana"_s, u"hello"_s);
        QVERIFY(arrived.wait());
        QCOMPARE(client.newest(room), server.rooms[room].messages);
        QCOMPARE(client.session->conversation(room)->conversation.my.unreadCount, 1);
        QTRY_COMPARE(server.seen<MarkDelivered>().size(), 1);
        QCOMPARE(server.seen<MarkDelivered>().first().seq, 1);
    }

    void deliveriesAreSaidOncePerInterval()
    {
        FakeServer server;
        const ConversationId room = server.addRoom();
        Client client(server);
        QVERIFY(client.isOnline());
        for (int i = 0; i < 100; ++i)
            server.post(room, u"ana"_s, u"hello"_s);
        QTRY_VERIFY(!server.seen<MarkDelivered>().isEmpty()
                    && server.seen<MarkDelivered>().last().seq == 100);
        QVERIFY(server.seen<MarkDelivered>().size() < 100);
    }

    void whatTheServerDidNotSendIsFetchedAtTheGap()
    {
        FakeServer server;
        const ConversationId room = server.addRoom();
        Client client(server);
        QVERIFY(client.isOnline());
        server.live = false;
        server.post(room, u"ana"_s, u"one"_s);
        server.post(room, u"ana"_s, u"two"_s);
        server.edit(room, 1, u"one, edited"_s);
        server.live = true;
        server.post(room, u"ana"_s, u"three"_s);
        QVERIFY(catchesUp(client, server, room));
        QTRY_COMPARE(client.newest(room), server.rooms[room].messages);
        QCOMPARE(client.session->conversation(room)->conversation.my.unreadCount, 3);
    }

    // Whatever is lost, repeated or swapped: the state afterwards is that of the server.
    void theStateEqualsThatOfTheServerWhateverHappensToTheFrames()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo() << "seed" << seed;
        QRandomGenerator random(seed);
        FakeServer server;
        const ConversationId room = server.addRoom();
        Client client(server);
        QVERIFY(client.isOnline());

        QList<ServerFrame> held;
        server.publisher = [&held](const ServerFrame &frame) { held.append(frame); };
        const auto release = [&] {
            server.publisher = nullptr;
            std::shuffle(held.begin(), held.end(), random);
            for (const ServerFrame &frame : std::exchange(held, {})) {
                for (int copies = random.bounded(3); copies > 0; --copies)
                    server.publish(frame);
            }
            server.publisher = [&held](const ServerFrame &frame) { held.append(frame); };
        };
        for (int step = 0; step < 150; ++step) {
            const qsizetype size = server.rooms[room].messages.size();
            switch (random.bounded(10)) {
            case 0:
                if (size > 0)
                    server.edit(room, random.bounded(size) + 1, u"edit %1"_s.arg(step));
                break;
            case 1: release(); break;
            case 2:
                QTest::qWait(random.bounded(1, 10)); // lets the client do something in between
                break;
            case 3:
                if (random.bounded(5) == 0) {
                    server.abortAll();
                    if (random.bounded(2) == 0)
                        QVERIFY(client.isOnline());
                }
                break;
            default: server.post(room, u"ana"_s, u"post %1"_s.arg(step));
            }
        }
        release();
        server.publisher = nullptr;
        server.post(room, u"ana"_s, u"last"_s); // shows whatever is missing
        QVERIFY(catchesUp(client, server, room));
        QVERIFY(client.isOnline());
        QTRY_COMPARE(client.everything(room), server.rooms[room].messages);
        client.stop();
        server.stop();
        client.start();
        QCOMPARE(client.everything(room), server.rooms[room].messages);
    }

    void whatWasMissedWhileAwayIsFetched()
    {
        FakeServer server;
        const ConversationId room = server.addRoom();
        server.post(room, u"ana"_s, u"zero"_s);
        Client client(server);
        QVERIFY(client.isOnline());
        client.stop();
        for (int i = 0; i < 450; ++i) // more than two answers hold
            server.post(room, u"ana"_s, QString::number(i));
        server.edit(room, 1, u"changed meanwhile"_s);
        client.start();
        QVERIFY(client.isOnline());
        QCOMPARE(client.everything(room), server.rooms[room].messages);
        QCOMPARE(client.session->conversation(room)->conversation.my.unreadCount, 451);
    }

    void tooFarBehindStartsFromTheNewestAndFillsTheGapOnDemand()
    {
        FakeServer server;
        const ConversationId room = server.addRoom();
        for (int i = 0; i < 30; ++i)
            server.post(room, u"ana"_s, QString::number(i));
        Client client(server);
        QVERIFY(client.isOnline());
        client.stop();
        server.tooFarAfter = 100;
        for (int i = 0; i < 200; ++i)
            server.post(room, u"ana"_s, QString::number(i));
        server.edit(room, 3, u"nobody told the client"_s);
        client.start();
        QSignalSpy reset(client.session.get(), &Session::messagesReset);
        QVERIFY(client.isOnline());
        QCOMPARE(reset.size(), 1);
        QCOMPARE(client.newest(room), server.rooms[room].messages.last(50));
        QCOMPARE(client.everything(room), server.rooms[room].messages);
        const auto middle = await(client.session->around(room, 30, 20));
        QVERIFY(middle && middle->hasOlder && middle->hasNewer);
        QCOMPARE(middle->messages, server.rooms[room].messages.mid(middle->messages.first().seq - 1, 20));
    }

    void aRestoredDatabaseVoidsTheCacheAndKeepsTheOutbox()
    {
        FakeServer server;
        const ConversationId room = server.addRoom();
        for (int i = 0; i < 10; ++i)
            server.post(room, u"ana"_s, QString::number(i));
        const auto backup = server.rooms;
        for (int i = 0; i < 10; ++i)
            server.post(room, u"ana"_s, u"will be lost"_s);
        Client client(server);
        QVERIFY(client.isOnline());
        QCOMPARE(client.newest(room).size(), 20);
        server.stop();
        QVERIFY(client.reaches(ConnectionState::Offline));
        client.session->send(room, draftOf(u"kept"_s));
        server.rooms = backup;
        server.epoch = u"second"_s;
        for (int i = 0; i < 15; ++i) // the numbers have passed the client's again
            server.post(room, u"ana"_s, u"after the restore"_s);
        server.startAgain();
        QVERIFY(client.isOnline());
        QTRY_VERIFY(client.session->outgoing(room).isEmpty());
        QTRY_COMPARE(client.everything(room), server.rooms[room].messages);
        QCOMPARE(server.rooms[room].messages.last().content, u"kept"_s);
    }

    void aCursorAheadOfTheServerVoidsTheCache()
    {
        FakeServer server;
        const ConversationId room = server.addRoom();
        server.post(room, u"ana"_s, u"one"_s);
        const auto backup = server.rooms;
        server.post(room, u"ana"_s, u"will be lost"_s);
        Client client(server);
        QVERIFY(client.isOnline());
        server.stop();
        server.rooms = backup; // under the same epoch
        server.startAgain();
        QTRY_VERIFY(client.isOnline() && client.newest(room) == server.rooms[room].messages);
    }

    void aConversationOneHasLeftDisappears()
    {
        FakeServer server;
        const ConversationId room = server.addRoom();
        const ConversationId other = server.addRoom();
        Client client(server);
        QVERIFY(client.isOnline());
        QCOMPARE(client.session->conversations().size(), 2);
        server.stop();
        server.rooms.remove(room);
        server.epoch = u"second"_s; // makes it name all that there is
        server.startAgain();
        QTRY_COMPARE(client.session->conversations().size(), 1);
        QVERIFY(client.session->conversation(other));
    }

    // The server read what had changed before the removal, and its answer comes behind it.
    void aLateAnswerDoesNotBringBackAConversationOneHasLeft()
    {
        FakeServer server;
        const ConversationId other = server.addRoom();
        Client client(server);
        QVERIFY(client.isOnline());
        const ConversationId room = server.addRoom();
        server.beforeChangesAnswer = [&] {
            server.publish(MemberRemoved{room, 3, {FakeServer::self()}});
            server.beforeChangesAnswer = nullptr;
        };
        server.post(room, u"ana"_s, u"you are added"_s);
        QTRY_VERIFY(!server.beforeChangesAnswer);
        server.post(other, u"ana"_s, u"and removed"_s);
        QTRY_COMPARE(client.newest(other).size(), 1);
        QVERIFY(!client.session->conversation(room));
    }

    void aNewConversationAppearsWithItsMembers()
    {
        FakeServer server;
        Client client(server);
        QVERIFY(client.isOnline());
        const ConversationId room = server.addRoom();
        server.publish(ConversationCreated{room, 1, server.rooms[room].conversation});
        QTRY_VERIFY(client.session->conversation(room));
        server.post(room, u"ana"_s, u"hello"_s);
        QTRY_COMPARE(client.newest(room).size(), 1);
        QCOMPARE(client.session->members(room).size(), 2);
    }

    void receiptsMoveForwardOnly()
    {
        FakeServer server;
        const ConversationId room = server.addRoom();
        for (int i = 0; i < 3; ++i)
            server.post(room, FakeServer::self(), u"mine"_s);
        Client client(server);
        QVERIFY(client.isOnline());
        const auto ana = [&] {
            for (const Member &member : client.session->members(room)) {
                if (member.userId == u"ana"_s)
                    return std::pair(member.deliveredSeq, member.readSeq);
            }
            return std::pair<qint64, qint64>(-1, -1);
        };
        server.publish(MessageRead{{room, {}, 2, u"ana"_s, now()}});
        server.publish(MessageRead{{room, {}, 1, u"ana"_s, now()}});
        server.publish(MessageDelivered{{room, {}, 3, u"ana"_s, now()}});
        QTRY_COMPARE(ana(), (std::pair<qint64, qint64>(3, 2)));
        client.start();
        QCOMPARE(ana(), (std::pair<qint64, qint64>(3, 2)));
    }

    void typingEndsWithTheMessage()
    {
        FakeServer server;
        const ConversationId room = server.addRoom();
        Client client(server);
        QVERIFY(client.isOnline());
        server.publish(TypingIndicator{room, u"ana"_s, true});
        QTRY_COMPARE(client.session->typing(room), QList{u"ana"_s});
        server.post(room, u"ana"_s, u"hello"_s);
        QTRY_VERIFY(client.session->typing(room).isEmpty());
    }

    void typingEndsByItself()
    {
        Timing timing;
        timing.typingExpiry = Timing::ms(20);
        Typists typists(timing);
        QSignalSpy changed(&typists, &Typists::changed);
        typists.set(u"room"_s, u"ana"_s, true);
        QCOMPARE(typists.in(u"room"_s), QList{u"ana"_s});
        QTRY_COMPARE(changed.size(), 2);
        QVERIFY(typists.in(u"room"_s).isEmpty());
    }

    void complaint7_readingTellsTheServerAndLowersTheCountAtOnce()
    {
        FakeServer server;
        const ConversationId room = server.addRoom();
        for (int i = 0; i < 5; ++i)
            server.post(room, u"ana"_s, u"hello"_s);
        Client client(server);
        QVERIFY(client.isOnline());
        const auto unread = [&] { return client.session->conversation(room)->conversation.my.unreadCount; };
        QCOMPARE(unread(), 5);
        client.session->markRead(room, 2);
        QTRY_COMPARE(unread(), 3);
        client.session->markRead(room, 5);
        QCOMPARE(unread(), 0);
        QTRY_VERIFY(!server.seen<MarkRead>().isEmpty() && server.seen<MarkRead>().last().seq == 5);
        client.session->markRead(room, 4);
        QCOMPARE(client.session->conversation(room)->conversation.my.readSeq, 5);
    }

    void whatWasReadOfflineIsToldLater()
    {
        FakeServer server;
        const ConversationId room = server.addRoom();
        for (int i = 0; i < 5; ++i)
            server.post(room, u"ana"_s, u"hello"_s);
        Client client(server);
        QVERIFY(client.isOnline());
        server.stop();
        QVERIFY(client.reaches(ConnectionState::Offline));
        client.session->markRead(room, 5);
        client.start();
        server.startAgain();
        QTRY_VERIFY(!server.seen<MarkRead>().isEmpty());
        QCOMPARE(server.seen<MarkRead>().last().seq, 5);
        QVERIFY(client.isOnline());
        QCOMPARE(client.session->conversation(room)->conversation.my.unreadCount, 0);
    }

    void readingElsewhereLowersTheCountHere()
    {
        FakeServer server;
        const ConversationId room = server.addRoom();
        for (int i = 0; i < 5; ++i)
            server.post(room, u"ana"_s, u"hello"_s);
        Client client(server);
        QVERIFY(client.isOnline());
        server.publish(MessageRead{{room, {}, 4, FakeServer::self(), now()}});
        QTRY_COMPARE(client.session->conversation(room)->conversation.my.unreadCount, 1);
        QVERIFY(server.seen<MarkRead>().isEmpty());
    }

    void complaint4_whatIsCachedIsShownWithoutTheServer()
    {
        FakeServer server;
        const ConversationId room = server.addRoom();
        for (int i = 0; i < 80; ++i)
            server.post(room, u"ana"_s, QString::number(i));
        Client client(server);
        QVERIFY(client.isOnline());
        QTRY_COMPARE(client.session->user(u"ana"_s).displayName, u"ANA"_s);
        client.stop();
        server.stop();
        client.start();
        const auto slice = await(client.session->newest(room, 50));
        QVERIFY(slice);
        QCOMPARE(slice->messages, server.rooms[room].messages.last(50));
        QVERIFY(slice->hasOlder && !slice->hasNewer);
        const auto older = await(client.session->before(room, 31, 50));
        QVERIFY(older && older->messages.isEmpty() && older->hasOlder);
        QCOMPARE(client.session->user(u"ana"_s).displayName, u"ANA"_s);
    }

    void aTokenRefusedByRestIsRenewed()
    {
        FakeServer server;
        const ConversationId room = server.addRoom();
        for (int i = 0; i < 80; ++i)
            server.post(room, u"ana"_s, QString::number(i));
        Client client(server, tokensOf(u"token-1"_s, u"refresh-1"_s));
        QVERIFY(client.isOnline());
        QSignalSpy changed(client.session.get(), &Session::tokensChanged);
        server.validToken = u"token-2"_s;
        QCOMPARE(client.everything(room), server.rooms[room].messages);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(server.renewals, 1);
    }
};

QTEST_GUILESS_MAIN(TestSync)
#include "tst_sync.moc"
