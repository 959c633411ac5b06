// SPDX-License-Identifier: Apache-2.0
// What two people do to messages, on the real server.
#include "core/messagechanges.h"
#include "support/person.h"
#include "support/testclient.h"

#include <QSignalSpy>

using namespace Hearth;
using namespace Hearth::Test;

class TestSessionChanges : public QObject
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
        room = *await(ana->session->createGroup(u"Crew %1"_s.arg(run), {bo->session->userId()}));
        QTRY_VERIFY(bo->session->conversation(room));
        ana->say(room, u"first"_s);
        QTRY_COMPARE(bo->texts(room), QStringList{u"first"_s});
        QTRY_VERIFY(ana->session->outgoing(room).isEmpty());
        QTRY_COMPARE(ana->texts(room), QStringList{u"first"_s});
    }

    void cleanup()
    {
        ana.reset();
        bo.reset();
    }

    void anEditHoldsAtOnceAndReachesTheOther()
    {
        ana->session->changes().edit(ref(), u"second"_s, {});
        QCOMPARE(look(*ana).content, u"second"_s);
        QVERIFY(look(*ana).isEdited);
        QTRY_COMPARE(look(*bo).content, u"second"_s);
        QTRY_VERIFY(ana->session->changes().of(room).isEmpty());
        const auto versions = await(bo->session->changes().versions(ref().messageId));
        QVERIFY(versions);
        QCOMPARE(versions->first().content, u"first"_s);
    }

    void reactionsAndPinsOfBothMeet()
    {
        ana->session->changes().setReaction(ref(), u"🎉"_s, true);
        bo->session->changes().setReaction(ref(), u"🎉"_s, true);
        bo->session->changes().setPinned(ref(), true);
        for (const Person *person : {ana.get(), bo.get()}) {
            QTRY_COMPARE(look(*person).reactions.value(0).count, 2);
            QTRY_VERIFY(look(*person).pinned);
        }
        bo->session->changes().setReaction(ref(), u"🎉"_s, false);
        bo->session->changes().setPinned(ref(), false);
        QTRY_COMPARE(look(*ana).reactions.value(0).count, 1);
        QTRY_VERIFY(!look(*ana).pinned);
        QCOMPARE(look(*bo).reactions.value(0).userIds, QList<UserId>{ana->session->userId()});
    }

    void aDeletionCanBeTakenBackUntilItIsSent()
    {
        const QString change = ana->session->changes().remove(ref());
        QVERIFY(look(*ana).isDeleted);
        ana->session->changes().drop(change);
        QVERIFY(!look(*ana).isDeleted);
        ana->session->changes().remove(ref());
        QTRY_VERIFY(look(*bo).isDeleted);
        QVERIFY(look(*bo).content.isEmpty());
    }

    void whatWasDoneOfflineSurvivesARestartAndIsSaidInItsOrder()
    {
        m_server.kill();
        QTRY_COMPARE(ana->session->connectionState(), ConnectionState::Offline);
        ana->session->changes().edit(ref(), u"second"_s, {});
        ana->session->changes().edit(ref(), u"third"_s, {});
        ana->session->changes().setReaction(ref(), u"👍"_s, true);
        QTRY_COMPARE(ana->session->changes().of(room).size(), 3);
        QCOMPARE(look(*ana).content, u"third"_s);
        ana->start();
        QCOMPARE(look(*ana).content, u"third"_s);
        QCOMPARE(look(*ana).reactions.value(0).emoji, u"👍"_s);
        QVERIFY(m_server.start());
        QTRY_COMPARE_WITH_TIMEOUT(look(*bo).content, u"third"_s, 20'000);
        QTRY_COMPARE(look(*bo).reactions.value(0).emoji, u"👍"_s);
        const auto versions = await(bo->session->changes().versions(ref().messageId));
        QCOMPARE(versions->size(), 2); // "first" and "second"
    }

    void whatTheOtherDoesMeanwhileIsSeenThroughOnesOwnChange()
    {
        m_server.kill();
        QTRY_COMPARE(ana->session->connectionState(), ConnectionState::Offline);
        ana->session->changes().edit(ref(), u"second"_s, {});
        QVERIFY(m_server.start());
        QVERIFY(bo->isOnline());
        bo->session->changes().setReaction(ref(), u"👀"_s, true);
        QTRY_COMPARE(look(*bo).content, u"second"_s);
        QTRY_COMPARE(look(*ana).reactions.value(0).emoji, u"👀"_s);
        QCOMPARE(look(*ana).content, u"second"_s);
    }

    void whatIsRefusedIsUndoneAndToldAndAnEditIsKeptForAnotherTry()
    {
        const QString change = bo->session->changes().edit(ref(), u"not mine"_s, {});
        QTRY_VERIFY(!bo->session->changes().of(room).isEmpty()
                    && bo->session->changes().of(room).first().error);
        QCOMPARE(bo->session->changes().of(room).first().error->code, ErrorCode::Forbidden);
        QCOMPARE(look(*bo).content, u"first"_s);
        bo->start();
        QCOMPARE(bo->session->changes().of(room).first().text, u"not mine"_s); // also after a restart
        bo->session->changes().drop(change);
        QVERIFY(bo->session->changes().of(room).isEmpty());

        QSignalSpy undone(&bo->session->changes(), &MessageChanges::refused);
        QVERIFY(bo->isOnline());
        bo->session->changes().remove(ref());
        QTRY_COMPARE(undone.size(), 1);
        QVERIFY(!look(*bo).isDeleted);
    }

    void aMessageThatWaitsGetsAnotherText()
    {
        m_server.kill();
        QTRY_COMPARE(ana->session->connectionState(), ConnectionState::Offline);
        const QString id = ana->say(room, u"tpyo"_s);
        QVERIFY(ana->session->rewrite(id, u"typo"_s, {}));
        ana->start();
        QCOMPARE(ana->session->outgoing(room).first().draft.content, u"typo"_s);
        QVERIFY(m_server.start());
        QTRY_COMPARE_WITH_TIMEOUT(bo->texts(room).last(), u"typo"_s, 20'000);
    }

    void whoHasReadAMessageIsKnown()
    {
        bo->session->markRead(room, ref().seq);
        QTRY_VERIFY(await(ana->session->changes().receipts(ref().messageId))->read.size() == 1);
    }

private:
    MessageRef ref()
    {
        const Message message = await(bo->session->newest(room, 50))->messages.first();
        return {room, message.id, message.seq};
    }
    Message look(const Person &person) const
    {
        const auto slice = await(person.session->newest(room, 50));
        return slice && !slice->messages.isEmpty() ? slice->messages.first() : Message();
    }

    ServerProcess m_server;
    int m_run = 0;
    std::unique_ptr<Person> ana, bo;
    ConversationId room;
};

QTEST_GUILESS_MAIN(TestSessionChanges)
#include "tst_sessionchanges.moc"
