// SPDX-License-Identifier: Apache-2.0
#include "rig/checker.h"

#include <QTest>

using namespace Hearth;
using namespace Hearth::Rig;
using namespace Qt::Literals::StringLiterals;

namespace {

Event entry(Event::Kind kind, const UserId &client, const QString &key, const MessageId &id = {},
            qint64 seq = 0)
{
    return {kind, client, u"c"_s, key, id, seq, seq};
}

// Ana sends two messages to Li; both are acknowledged, and both have both.
Record calmRecord()
{
    using enum Event::Kind;
    Record record;
    record.members[u"c"_s] = {u"ana"_s, u"li"_s};
    record.events = {
        entry(Sent, u"ana"_s, u"k1"_s),
        entry(Sent, u"ana"_s, u"k2"_s),
        entry(Acked, u"ana"_s, u"k1"_s, u"m1"_s, 1),
        entry(Seen, u"li"_s, u"k1"_s, u"m1"_s, 1),
        entry(Acked, u"ana"_s, u"k2"_s, u"m2"_s, 2),
        entry(Seen, u"li"_s, u"k2"_s, u"m2"_s, 2),
    };
    for (const UserId &user : {u"ana"_s, u"li"_s})
        record.finalStates[user][u"c"_s] = {{1, {u"m1"_s, u"k1"_s}}, {2, {u"m2"_s, u"k2"_s}}};
    return record;
}

bool breaks(const QList<Violation> &violations, int promise)
{
    return std::ranges::any_of(violations, [promise](const Violation &v) { return v.promise == promise; });
}

} // namespace

class TestChecker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsACalmRecord() { QVERIFY2(check(calmRecord()).isEmpty(), "a calm record is fine"); }

    void acceptsAMessageThatWasNeverAcknowledgedAndIsNowhere()
    {
        Record record = calmRecord();
        record.events.push_back(entry(Event::Kind::Sent, u"ana"_s, u"k3"_s));
        QVERIFY(check(record).isEmpty());
    }

    void findsALostMessage()
    {
        Record record = calmRecord();
        for (auto &state : record.finalStates)
            state[u"c"_s].remove(2);
        QVERIFY(breaks(check(record), 1));
    }

    void findsAMessageThatOneMemberLacks()
    {
        Record record = calmRecord();
        record.finalStates[u"li"_s][u"c"_s].remove(2);
        QVERIFY(breaks(check(record), 4));
    }

    void findsADoubledMessage()
    {
        Record record = calmRecord();
        for (auto &state : record.finalStates)
            state[u"c"_s].insert(3, {u"m3"_s, u"k2"_s});
        QVERIFY(breaks(check(record), 2));
    }

    void findsAMessageThatNobodySent()
    {
        Record record = calmRecord();
        for (auto &state : record.finalStates)
            state[u"c"_s].insert(3, {u"m3"_s, u"k3"_s});
        QVERIFY(breaks(check(record), 2));
    }

    void findsAKeyThatWasAcknowledgedAsTwoMessages()
    {
        Record record = calmRecord();
        record.events.push_back(entry(Event::Kind::Acked, u"ana"_s, u"k2"_s, u"m9"_s, 9));
        QVERIFY(breaks(check(record), 2));
    }

    void findsReorderedMessages()
    {
        Record record = calmRecord();
        record.finalStates[u"li"_s][u"c"_s] = {{1, {u"m2"_s, u"k2"_s}}, {2, {u"m1"_s, u"k1"_s}}};
        QVERIFY(breaks(check(record), 4));
    }

    void findsAGap()
    {
        Record record = calmRecord();
        for (auto &state : record.finalStates)
            state[u"c"_s].insert(4, {u"m4"_s, u"k4"_s});
        QVERIFY(breaks(check(record), 3));
    }

    void findsTwoMessagesAtOnePlace()
    {
        Record record = calmRecord();
        record.events.push_back(entry(Event::Kind::Seen, u"li"_s, u"k7"_s, u"m7"_s, 2));
        QVERIFY(breaks(check(record), 3));
    }

    void findsAnAcknowledgedEditThatIsLost()
    {
        Record record = calmRecord();
        Event edit = entry(Event::Kind::Edited, u"ana"_s, {}, u"m2"_s);
        edit.change = 3;
        edit.text = u"better"_s;
        record.events.push_back(edit);
        QVERIFY(breaks(check(record), 1));
        for (auto &state : record.finalStates)
            state[u"c"_s][2].state.content = u"better"_s;
        QVERIFY2(check(record).isEmpty(), qPrintable(describe(check(record))));
    }

    void findsAnAcknowledgedDeletionThatIsLost()
    {
        Record record = calmRecord();
        record.events.push_back(entry(Event::Kind::Deleted, u"ana"_s, {}, u"m2"_s));
        QVERIFY(breaks(check(record), 1));
    }

    void findsAReactionThatIsLostOrThatCameBack()
    {
        Record record = calmRecord();
        Event reaction = entry(Event::Kind::Reacted, u"li"_s, {}, u"m1"_s);
        reaction.text = u"+"_s;
        record.events.push_back(reaction);
        QVERIFY(breaks(check(record), 1));
        for (auto &state : record.finalStates)
            state[u"c"_s][1].state.reactions = {{u"+"_s, 1, {u"li"_s}}};
        QVERIFY(check(record).isEmpty());
        reaction.kind = Event::Kind::Unreacted;
        record.events.push_back(reaction);
        QVERIFY(breaks(check(record), 1));
    }

    void findsAMemberWhoWasRefused()
    {
        Record record = calmRecord();
        record.events.push_back(entry(Event::Kind::Refused, u"ana"_s, u"k3"_s));
        QVERIFY(breaks(check(record), 1));
        Event removed = entry(Event::Kind::Removed, u"li"_s, {}, {}, 9);
        removed.subject = u"ana"_s;
        record.events.push_back(removed); // then it is as it should be
        QVERIFY(!breaks(check(record), 1));
    }

    void findsAMemberWhoSawWhatCameAfterTheirRemoval()
    {
        Record record = calmRecord();
        const auto saw = [](qint64 change) {
            Event event = entry(Event::Kind::Seen, u"jo"_s, u"k2"_s, u"m2"_s, 2);
            event.change = change;
            return event;
        };
        Event removed = entry(Event::Kind::Removed, u"li"_s, {});
        removed.subject = u"jo"_s;
        removed.change = 7;
        record.events.push_back(saw(6)); // before they were removed
        record.events.push_back(removed);
        QVERIFY2(check(record).isEmpty(), qPrintable(describe(check(record))));
        record.events.push_back(saw(8));
        QVERIFY(breaks(check(record), 5));
        record.events.pop_back();
        Event inviting = entry(Event::Kind::Inviting, u"ana"_s, {});
        inviting.subject = u"jo"_s;
        record.events.push_back(inviting);
        record.events.push_back(saw(8)); // they are back
        QVERIFY(check(record).isEmpty());
    }

    void findsAWatermarkThatGoesBack()
    {
        Record record = calmRecord();
        const auto read = [](qint64 seq) {
            Event event = entry(Event::Kind::Read, u"ana"_s, {}, {}, seq);
            event.subject = u"li"_s;
            return event;
        };
        record.events.push_back(read(1));
        record.events.push_back(read(2));
        QVERIFY(check(record).isEmpty());
        record.events.push_back(read(1));
        QVERIFY(breaks(check(record), 6));
    }

    void findsWatermarksOutOfTheirOrderAndLostMarks()
    {
        Record record = calmRecord();
        const auto li = [&record]() -> Counters & { return record.counters[u"c"_s][u"li"_s]; };
        li() = {0, 0, 2, 2, 2, 1}; // read and not delivered
        QVERIFY(breaks(check(record), 6));
        li() = {0, 0, 2, 2, 2, 3}; // delivered before it was sent
        QVERIFY(breaks(check(record), 6));
        li() = {1, 0, 2, 2, 1, 2};
        record.finalStates[u"li"_s][u"c"_s][1].state.seq = 1;
        record.finalStates[u"li"_s][u"c"_s][2].state.seq = 2;
        record.events.push_back(entry(Event::Kind::Marked, u"li"_s, {}, u"m2"_s, 2));
        QVERIFY(breaks(check(record), 6));
    }

    void findsCountersThatARecountDoesNotGive()
    {
        Record record = calmRecord();
        for (auto &state : record.finalStates) {
            for (auto kept = state[u"c"_s].begin(); kept != state[u"c"_s].end(); ++kept) {
                kept->state.seq = kept.key();
                kept->state.senderId = u"ana"_s;
            }
        }
        Counters &li = record.counters[u"c"_s][u"li"_s];
        li = {1, 0, 2, 2, 1, 2};
        QVERIFY2(check(record).isEmpty(), qPrintable(describe(check(record))));
        for (const Counters &wrong :
             {Counters{2, 0, 2, 2, 1, 2}, Counters{1, 1, 2, 2, 1, 2}, Counters{1, 0, 3, 2, 1, 2}}) {
            li = wrong;
            QVERIFY(breaks(check(record), 7));
        }
        li = {1, 0, 2, 2, 1, 2};
        for (auto &state : record.finalStates)
            state[u"c"_s][1].state.replyCount = 1; // of nobody
        QVERIFY(breaks(check(record), 7));
    }

    void findsAStrangerWhoSawAMessage()
    {
        Record record = calmRecord();
        record.events.push_back(entry(Event::Kind::Seen, u"eve"_s, u"k1"_s, u"m1"_s, 1));
        QVERIFY(breaks(check(record), 5));
    }
};

QTEST_GUILESS_MAIN(TestChecker)
#include "tst_checker.moc"
