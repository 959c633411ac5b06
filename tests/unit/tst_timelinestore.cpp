// SPDX-License-Identifier: Apache-2.0
#include "support/timelinefixture.h"

#include <QTest>

using namespace Hearth;
using namespace Hearth::TimelineFixture;
using namespace std::chrono_literals;
using Kind = TimelineRow::Kind;

class TestTimelineStore : public QObject
{
    Q_OBJECT

private:
    static QList<Kind> kinds(const TimelineStore &store)
    {
        QList<Kind> kinds;
        for (const TimelineRow &row : store.rows())
            kinds.append(row.kind);
        return kinds;
    }

    static MessageSlice of(const QList<Message> &messages) { return {messages, false, false}; }

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "UTC"); }

    void messagesOfOneSenderWithinFiveMinutesFormAGroup()
    {
        TimelineStore store(me, nameOf);
        store.reset(of({message(1, ana, u"a"_s, noon), message(2, ana, u"b"_s, noon + 299s),
                        message(3, ana, u"c"_s, noon + 599s), message(4, li, u"d"_s, noon + 600s)}));
        QCOMPARE(kinds(store), (QList{Kind::Day, Kind::First, Kind::Continued, Kind::First, Kind::First}));
    }

    void aNewDayGetsAChipAndBeginsAGroup()
    {
        TimelineStore store(me, nameOf);
        store.reset(of({message(1, ana, u"a"_s, noon + 11h + 59min), message(2, ana, u"b"_s, noon + 12h)}));
        QCOMPARE(kinds(store), (QList{Kind::Day, Kind::First, Kind::Day, Kind::First}));
        QVERIFY(store.rows()[0].id != store.rows()[2].id);
    }

    void aSystemMessageEndsAGroup()
    {
        Message system = message(2, ana, u"Ana joined"_s);
        system.type = MessageType::System;
        TimelineStore store(me, nameOf);
        store.reset(of({message(1, ana, u"a"_s), system, message(3, ana, u"b"_s)}));
        QCOMPARE(kinds(store), (QList{Kind::Day, Kind::First, Kind::System, Kind::First}));
    }

    void theNewLineStandsAboveTheFirstUnreadMessageOfSomebodyElseAndStays()
    {
        TimelineStore store(me, nameOf);
        store.reset(of({message(1, ana, u"a"_s), message(2, me, u"b"_s), message(3, ana, u"c"_s),
                        message(4, ana, u"d"_s)}));
        store.markNewAfter(1);
        QCOMPARE(ids(store).indexOf(u"new"_s) + 1, ids(store).indexOf(u"m3"_s));
        store.apply({message(5, li, u"e"_s)});
        store.setMembers({member(me, 5, 5)});
        QCOMPARE(ids(store).indexOf(u"new"_s) + 1, ids(store).indexOf(u"m3"_s));
        store.clearNew();
        QCOMPARE(store.newRow(), -1);
    }

    void withNothingUnreadThereIsNoNewLine()
    {
        TimelineStore store(me, nameOf);
        store.reset(of({message(1, ana, u"a"_s), message(2, me, u"b"_s)}));
        store.markNewAfter(1);
        QCOMPARE(store.newRow(), -1);
    }

    void oneMessageIsOneRowBeforeAndAfterItIsAcknowledged()
    {
        TimelineStore store(me, nameOf);
        store.reset(of({message(1, ana, u"a"_s)}));
        store.setOutgoing({outgoing(u"client2"_s, u"b"_s, OutgoingState::Sending)});
        const QStringList before = ids(store);
        store.apply({message(2, me, u"b"_s)}); // the session still says that it waits
        QCOMPARE(ids(store), before);
        store.setOutgoing({});
        QCOMPARE(ids(store), before);
        QCOMPARE(store.itemOf(store.indexOf(u"client2"_s)).seq, 2);
    }

    void whatWaitsStandsAtTheEndAndOnlyThere()
    {
        TimelineStore store(me, nameOf);
        store.reset(slice(1, 10));
        store.setOutgoing({outgoing(u"x"_s, u"b"_s, OutgoingState::Queued)});
        QCOMPARE(store.rows().last().id, u"x"_s);
        store.trimNewer(5);
        QCOMPARE(store.indexOf(u"x"_s), -1);
        QVERIFY(store.hasNewer());
        store.append(slice(6, 10));
        QCOMPARE(store.rows().last().id, u"x"_s);
    }

    void pagesJoinWithoutDoublingAMessage()
    {
        TimelineStore store(me, nameOf);
        store.reset(slice(20, 30, true, true));
        store.prepend(slice(10, 22, true));
        store.append(slice(28, 40, true, false));
        QCOMPARE(store.loaded(), 31);
        QCOMPARE(store.firstSeq(), 10);
        QCOMPARE(store.lastSeq(), 40);
        QVERIFY(store.hasOlder());
        QVERIFY(!store.hasNewer());
    }

    void aMessageBeyondAGapIsCountedButNotTakenUp()
    {
        TimelineStore store(me, nameOf);
        store.reset(slice(1, 10));
        QCOMPARE(store.apply({message(12, ana, u"later"_s)}), 1);
        QCOMPARE(store.lastSeq(), 10);
        QVERIFY(store.hasNewer());
        QCOMPARE(store.newerCount(), 2);
    }

    void anEditKeepsThePlaceAndGetsANewRevision()
    {
        TimelineStore store(me, nameOf);
        store.reset(of({message(1, ana, u"a"_s), message(2, ana, u"b"_s)}));
        const quint64 revision = store.item(0).revision;
        Message edited = message(1, ana, u"better"_s);
        edited.isEdited = true;
        QCOMPARE(store.apply({edited}), 0);
        QCOMPARE(store.item(0).text, u"better"_s);
        QVERIFY(store.item(0).revision != revision);
        const quint64 again = store.item(0).revision;
        store.apply({edited});
        QCOMPARE(store.item(0).revision, again);
    }

    void anOlderMessageThatIsNotLoadedIsLeftAlone()
    {
        TimelineStore store(me, nameOf);
        store.reset(slice(20, 30, true));
        QCOMPARE(store.apply({message(5, ana, u"edited"_s)}), 0);
        QCOMPARE(store.firstSeq(), 20);
        QVERIFY(!store.hasNewer());
    }

    void trimmingTellsThatThereIsMore()
    {
        TimelineStore store(me, nameOf);
        store.reset(slice(1, 100));
        store.trimOlder(60);
        QCOMPARE(store.firstSeq(), 41);
        QVERIFY(store.hasOlder());
        store.setExtent(1, 100);
        QCOMPARE(store.olderCount(), 40);
    }

    void progressFollowsTheSlowestOfTheOthers()
    {
        TimelineStore store(me, nameOf);
        store.reset(of({message(1, me, u"a"_s), message(2, ana, u"b"_s)}));
        const auto progress = [&](const QList<Member> &members) {
            store.setMembers(members);
            return store.progress(store.item(0));
        };
        QCOMPARE(progress({member(me, 2, 2)}), MessageProgress::Sent);
        QCOMPARE(progress({member(ana, 0, 0), member(li, 1, 1)}), MessageProgress::Sent);
        QCOMPARE(progress({member(ana, 1, 0), member(li, 1, 1)}), MessageProgress::Delivered);
        QCOMPARE(store.readers(store.item(0)), 1);
        QCOMPARE(progress({member(ana, 1, 1), member(li, 2, 2)}), MessageProgress::Read);
        QCOMPARE(store.progress(store.item(1)), MessageProgress::None);
    }

    void aFailedMessageKeepsTheServersReason()
    {
        TimelineStore store(me, nameOf);
        store.reset({});
        store.setOutgoing({outgoing(u"x"_s, u"b"_s, OutgoingState::Failed)});
        const TimelineItem &item = store.itemOf(store.indexOf(u"x"_s));
        QCOMPARE(store.progress(item), MessageProgress::Failed);
        QCOMPARE(item.error, u"You may not write here."_s);
    }
};

QTEST_GUILESS_MAIN(TestTimelineStore)
#include "tst_timelinestore.moc"
