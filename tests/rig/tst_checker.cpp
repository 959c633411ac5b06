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

    void findsAStrangerWhoSawAMessage()
    {
        Record record = calmRecord();
        record.events.push_back(entry(Event::Kind::Seen, u"eve"_s, u"k1"_s, u"m1"_s, 1));
        QVERIFY(breaks(check(record), 5));
    }
};

QTEST_GUILESS_MAIN(TestChecker)
#include "tst_checker.moc"
