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
Record calmHistory()
{
    using enum Event::Kind;
    Record history;
    history.members[u"c"_s] = {u"ana"_s, u"li"_s};
    history.events = {
        entry(Sent, u"ana"_s, u"k1"_s),
        entry(Sent, u"ana"_s, u"k2"_s),
        entry(Acked, u"ana"_s, u"k1"_s, u"m1"_s, 1),
        entry(Seen, u"li"_s, u"k1"_s, u"m1"_s, 1),
        entry(Acked, u"ana"_s, u"k2"_s, u"m2"_s, 2),
        entry(Seen, u"li"_s, u"k2"_s, u"m2"_s, 2),
    };
    for (const UserId &user : {u"ana"_s, u"li"_s})
        history.finalStates[user][u"c"_s] = {{1, {u"m1"_s, u"k1"_s}}, {2, {u"m2"_s, u"k2"_s}}};
    return history;
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
    void acceptsACalmHistory() { QVERIFY2(check(calmHistory()).isEmpty(), "a calm history is fine"); }

    void acceptsAMessageThatWasNeverAcknowledgedAndIsNowhere()
    {
        Record history = calmHistory();
        history.events.push_back(entry(Event::Kind::Sent, u"ana"_s, u"k3"_s));
        QVERIFY(check(history).isEmpty());
    }

    void findsALostMessage()
    {
        Record history = calmHistory();
        for (auto &state : history.finalStates)
            state[u"c"_s].remove(2);
        QVERIFY(breaks(check(history), 1));
    }

    void findsAMessageThatOneMemberLacks()
    {
        Record history = calmHistory();
        history.finalStates[u"li"_s][u"c"_s].remove(2);
        QVERIFY(breaks(check(history), 4));
    }

    void findsADoubledMessage()
    {
        Record history = calmHistory();
        for (auto &state : history.finalStates)
            state[u"c"_s].insert(3, {u"m3"_s, u"k2"_s});
        QVERIFY(breaks(check(history), 2));
    }

    void findsAKeyThatWasAcknowledgedAsTwoMessages()
    {
        Record history = calmHistory();
        history.events.push_back(entry(Event::Kind::Acked, u"ana"_s, u"k2"_s, u"m9"_s, 9));
        QVERIFY(breaks(check(history), 2));
    }

    void findsReorderedMessages()
    {
        Record history = calmHistory();
        history.finalStates[u"li"_s][u"c"_s] = {{1, {u"m2"_s, u"k2"_s}}, {2, {u"m1"_s, u"k1"_s}}};
        QVERIFY(breaks(check(history), 4));
    }

    void findsAGap()
    {
        Record history = calmHistory();
        for (auto &state : history.finalStates)
            state[u"c"_s].insert(4, {u"m4"_s, u"k4"_s});
        QVERIFY(breaks(check(history), 3));
    }

    void findsTwoMessagesAtOnePlace()
    {
        Record history = calmHistory();
        history.events.push_back(entry(Event::Kind::Seen, u"li"_s, u"k7"_s, u"m7"_s, 2));
        QVERIFY(breaks(check(history), 3));
    }

    void findsAStrangerWhoSawAMessage()
    {
        Record history = calmHistory();
        history.events.push_back(entry(Event::Kind::Seen, u"eve"_s, u"k1"_s, u"m1"_s, 1));
        QVERIFY(breaks(check(history), 5));
    }
};

QTEST_GUILESS_MAIN(TestChecker)
#include "tst_checker.moc"
