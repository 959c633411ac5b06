// SPDX-License-Identifier: Apache-2.0
#include "core/session.h"

#include "support/person.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_server.start()); }

    void init()
    {
        const QString run = QString::number(++m_run);
        ana = std::make_unique<Person>(m_server, u"ana"_s + run);
        bo = std::make_unique<Person>(m_server, u"bo"_s + run);
        QVERIFY(ana->isOnline() && bo->isOnline());
        const auto created = await(ana->session->createDirect(bo->session->userId()));
        QVERIFY(created);
        room = *created;
        QTRY_VERIFY(bo->session->conversation(room));
    }

    void cleanup()
    {
        ana.reset();
        bo.reset();
    }

    void theProbeTellsAHearthServer()
    {
        QVERIFY(await(probe(m_server.url())));
        QCOMPARE(await(probe(QUrl(u"http://127.0.0.1:1"_s))).error().code, ErrorCode::Unavailable);
    }

    void wrongPasswordsAreRefusedInWords()
    {
        LoginRequest request;
        request.username = u"ana"_s + QString::number(m_run);
        request.password = u"wrong password"_s;
        const auto tokens = await(login(m_server.url(), request));
        QVERIFY(!tokens);
        QCOMPARE(tokens.error().code, ErrorCode::Unauthorized);
        QVERIFY(!tokens.error().detail.isEmpty());
    }

    void aTokenFromElsewhereSignsInUntilItExpires()
    {
        const QUrl url = m_server.url();
        QCOMPARE(await(checkToken(url, u"nonsense"_s)).error().code, ErrorCode::Unauthorized);
        const QString late = ServerProcess::externalToken(u"eli"_s, -1);
        QCOMPARE(await(checkToken(url, late)).error().code, ErrorCode::TokenExpired);
        const auto tokens = await(checkToken(url, ServerProcess::externalToken(u"eli"_s, 10)));
        QVERIFY(tokens);
        QCOMPARE(tokens->user.user.id, u"eli"_s);

        const QTemporaryDir dir;
        Session session(Session::Config{url, dir.path(), *tokens, tokens->user});
        const auto reaches = [&session](ConnectionState state) {
            return QTest::qWaitFor([&] { return session.connectionState() == state; }, 30'000);
        };
        QVERIFY(await(session.start()));
        QVERIFY(reaches(ConnectionState::Online));
        QVERIFY(reaches(ConnectionState::AuthNeeded));
        QVERIFY(!session.nextAttemptAt()); // nothing is tried in silence
        AuthTokens fresh = *tokens;
        fresh.accessToken = ServerProcess::externalToken(u"eli"_s);
        session.useTokens(fresh);
        QVERIFY(reaches(ConnectionState::Online));
    }

    void twoPeopleTalkAndSeeWhatWasDeliveredAndRead()
    {
        QSignalSpy arrived(bo->session.get(), &Session::messageArrived);
        ana->session->setTyping(room, true);
        QTRY_COMPARE(bo->session->typing(room), QList{ana->session->userId()});
        ana->say(room, u"hello 👋"_s);
        QTRY_COMPARE(arrived.size(), 1);
        QTRY_VERIFY(bo->session->typing(room).isEmpty());
        QTRY_VERIFY(ana->session->outgoing(room).isEmpty());
        QCOMPARE(bo->session->conversation(room)->conversation.my.unreadCount, 1);
        QCOMPARE(bo->session->user(ana->session->userId()).id, ana->session->userId());

        QTRY_COMPARE(ana->other(room).deliveredSeq, 1);
        QCOMPARE(ana->other(room).readSeq, 0);
        bo->session->markRead(room, 1);
        QCOMPARE(bo->session->conversation(room)->conversation.my.unreadCount, 0);
        QTRY_COMPARE(ana->other(room).readSeq, 1);

        bo->say(room, u"hi"_s);
        QTRY_COMPARE(ana->texts(room), (QStringList{u"hello 👋"_s, u"hi"_s}));
        QTRY_COMPARE(bo->texts(room), (QStringList{u"hello 👋"_s, u"hi"_s}));
    }

    void repliesAreCountedWhereTheirThreadBegan()
    {
        QSignalSpy arrived(bo->session.get(), &Session::messageArrived);
        ana->say(room, u"who comes?"_s);
        QTRY_COMPARE(bo->texts(room).size(), 1);
        const auto root = [this](const Person &person) {
            return await(person.session->newest(room, 50)).value_or(MessageSlice()).messages.value(0);
        };
        MessageDraft draft;
        draft.content = u"I do"_s;
        draft.replyToId = root(*bo).id;
        bo->session->send(room, draft);
        QTRY_COMPARE(root(*ana).replyCount.value_or(0), 1);
        QTRY_COMPARE(root(*bo).replyCount.value_or(0), 1);
        draft.content = u"me, too"_s;
        ana->session->send(room, draft);
        QTRY_COMPARE(root(*bo).replyCount.value_or(0), 2);
        QTRY_COMPARE(arrived.size(), 2); // and they are told of as any other message
    }

    void peopleAreSeenComingOnline()
    {
        QTRY_COMPARE(ana->session->presence(bo->session->userId()), PresenceStatus::Online);
        bo->session->setPresence(PresenceStatus::Busy);
        QTRY_COMPARE(ana->session->presence(bo->session->userId()), PresenceStatus::Busy);
    }

    void namesAreLookedUp()
    {
        const QString id = bo->session->userId();
        QTRY_COMPARE(ana->session->user(id).username, u"bo"_s + QString::number(m_run));
        const auto found = await(ana->session->searchUsers(u"bo"_s + QString::number(m_run)));
        QVERIFY(found);
        QCOMPARE(found->first().id, id);
    }

    void aGroupIsSharedByItsMembers()
    {
        const auto group = await(ana->session->createGroup(u"Crew"_s, {bo->session->userId()}));
        QVERIFY(group);
        QTRY_VERIFY(bo->session->conversation(*group));
        QCOMPARE(bo->session->conversation(*group)->conversation.name, std::optional(u"Crew"_s));
        ana->say(*group, u"all here?"_s);
        QTRY_COMPARE(bo->texts(*group), QStringList{u"all here?"_s});
    }

    void whatWasWrittenWhileTheServerWasDeadArrivesOnceAndInOrder()
    {
        ana->say(room, u"before"_s);
        QTRY_COMPARE(bo->texts(room).size(), 1);
        m_server.kill();
        QTRY_COMPARE(ana->session->connectionState(), ConnectionState::Offline);
        for (const QString &text : {u"one"_s, u"two"_s, u"three"_s})
            ana->say(room, text);
        ana->start();
        QCOMPARE(ana->session->outgoing(room).size(), 3);
        QVERIFY(m_server.start());
        const QStringList all{u"before"_s, u"one"_s, u"two"_s, u"three"_s};
        QTRY_COMPARE_WITH_TIMEOUT(bo->texts(room), all, 20'000);
        QTRY_COMPARE(ana->texts(room), all);
        QVERIFY(ana->session->outgoing(room).isEmpty());
    }

    void aLongHistoryIsReadInPieces()
    {
        QStringList all;
        for (int i = 0; i < 120; ++i) {
            all += QString::number(i);
            ana->say(room, all.last());
        }
        QTRY_VERIFY_WITH_TIMEOUT(ana->session->outgoing(room).isEmpty(), 20'000);
        QTRY_COMPARE(bo->session->conversation(room)->conversation.lastSeq, 120);
        bo->session.reset();
        bo->dir = std::make_unique<QTemporaryDir>(); // another device
        bo->start();
        QVERIFY(bo->isOnline());
        QCOMPARE(bo->texts(room), all);
        const auto middle = await(bo->session->around(room, 60, 20));
        QVERIFY(middle && middle->hasOlder && middle->hasNewer);
        const auto newer = await(bo->session->after(room, 100, 50));
        QVERIFY(newer && !newer->hasNewer);
        QCOMPARE(newer->messages.size(), 20);
    }

    void whatWasMissedWhileAwayIsFetched()
    {
        bo->session.reset();
        QStringList all;
        for (int i = 0; i < 70; ++i) {
            all += QString::number(i);
            ana->say(room, all.last());
        }
        QTRY_VERIFY_WITH_TIMEOUT(ana->session->outgoing(room).isEmpty(), 20'000);
        bo->start();
        QVERIFY(bo->isOnline());
        QCOMPARE(bo->session->conversation(room)->conversation.my.unreadCount, 70);
        QCOMPARE(bo->texts(room), all);
    }

    void signingOutEndsTheSessionAndRemovesTheData()
    {
        QVERIFY(await(bo->session->signOut()));
        QCOMPARE(bo->session->connectionState(), ConnectionState::Offline);
        QVERIFY(QDir(bo->dir->path()).isEmpty());
        bo->start(); // with the tokens of the session that was ended
        QTRY_COMPARE(bo->session->connectionState(), ConnectionState::AuthNeeded);
    }

private:
    ServerProcess m_server;
    int m_run = 0;
    std::unique_ptr<Person> ana, bo;
    ConversationId room;
};

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
