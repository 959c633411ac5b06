// SPDX-License-Identifier: Apache-2.0
#include "services/loginthrottle.h"

#include <QTest>

using namespace Hearth;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const LoginThrottle::Clock::time_point start{24h};

// How often somebody gets through who tries at once again and again.
int allowed(LoginThrottle &throttle, const QString &name, const QString &address, int tries)
{
    int count = 0;
    for (int i = 0; i < tries; ++i)
        count += throttle.begin(name, address, start) ? 1 : 0;
    return count;
}

} // namespace

class TestLoginThrottle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void attack14_guessesAtOneAccountAreBraked();
    void attack14_guessesFromEverywhereAtOneAccountAreBraked();
    void attack14_guessesFromOneAddressAtAllAccountsAreBraked();
    void attack14_unknownNamesInAnyCaseAreBrakedAlike();
    void attack60_aWholeIpv6NetworkIsOneAddress();
    void theWaitDoublesUpToAMinute();
    void nobodyIsLockedOutForLonger();
    void successStartsAfresh();
    void whatCameToNothingIsGivenBack();
    void memoryIsBounded();
};

void TestLoginThrottle::attack14_guessesAtOneAccountAreBraked()
{
    LoginThrottle throttle;
    QCOMPARE(allowed(throttle, u"alice"_s, u"192.0.2.1"_s, 100), LoginThrottle::freePerAccount);
    const auto refused = throttle.begin(u"alice"_s, u"192.0.2.1"_s, start);
    QCOMPARE(refused.error().code, ErrorCode::RateLimited);
    QCOMPARE(refused.error().retryAfterMs, 1'000);
    QVERIFY(throttle.begin(u"bob"_s, u"192.0.2.1"_s, start));
}

void TestLoginThrottle::attack14_guessesFromEverywhereAtOneAccountAreBraked()
{
    LoginThrottle throttle;
    int count = 0;
    for (int i = 0; i < 200; ++i)
        count += throttle.begin(u"alice"_s, u"192.0.2.%1"_s.arg(i), start) ? 1 : 0;
    QCOMPARE(count, LoginThrottle::freePerAccount);
}

void TestLoginThrottle::attack14_guessesFromOneAddressAtAllAccountsAreBraked()
{
    LoginThrottle throttle;
    int count = 0;
    for (int i = 0; i < 200; ++i)
        count += throttle.begin(u"user-%1"_s.arg(i), u"192.0.2.1"_s, start) ? 1 : 0;
    QCOMPARE(count, LoginThrottle::freePerAddress);
    QVERIFY(throttle.begin(u"user-1"_s, u"192.0.2.2"_s, start));
}

void TestLoginThrottle::attack14_unknownNamesInAnyCaseAreBrakedAlike()
{
    LoginThrottle throttle;
    QCOMPARE(allowed(throttle, u"nobody"_s, u"192.0.2.1"_s, 3), 3);
    QCOMPARE(allowed(throttle, u"NoBody"_s, u"192.0.2.2"_s, 3), 2);
    QCOMPARE(allowed(throttle, QString(100'000, u'x'), u"192.0.2.3"_s, 10), LoginThrottle::freePerAccount);
}

void TestLoginThrottle::attack60_aWholeIpv6NetworkIsOneAddress()
{
    LoginThrottle throttle;
    int count = 0;
    for (int i = 0; i < 100; ++i)
        count += throttle.begin(u"user-%1"_s.arg(i), u"2001:db8:0:1::%1"_s.arg(i + 1, 0, 16), start) ? 1 : 0;
    QCOMPARE(count, LoginThrottle::freePerAddress);
    QVERIFY(throttle.begin(u"other"_s, u"2001:db8:0:2::1"_s, start));
    QVERIFY(throttle.begin(u"more"_s, u"::ffff:192.0.2.1"_s, start)); // not of the network ::/64
}

void TestLoginThrottle::theWaitDoublesUpToAMinute()
{
    LoginThrottle throttle;
    allowed(throttle, u"alice"_s, u"192.0.2.1"_s, LoginThrottle::freePerAccount);
    auto at = start;
    QList<int> waits;
    for (int i = 0; i < 9; ++i) {
        const auto refused = throttle.begin(u"alice"_s, u"198.51.100.%1"_s.arg(i), at);
        QVERIFY(!refused);
        waits += *refused.error().retryAfterMs / 1000;
        at += std::chrono::milliseconds(*refused.error().retryAfterMs);
        QVERIFY(throttle.begin(u"alice"_s, u"198.51.100.%1"_s.arg(i), at));
    }
    QCOMPARE(waits, (QList<int>{1, 2, 4, 8, 16, 32, 60, 60, 60}));
}

void TestLoginThrottle::nobodyIsLockedOutForLonger()
{
    LoginThrottle throttle;
    allowed(throttle, u"alice"_s, u"192.0.2.1"_s, 10'000);
    QVERIFY(throttle.begin(u"alice"_s, u"192.0.2.9"_s, start + LoginThrottle::longestWait));
    // An hour without a failure, and all is forgotten.
    QCOMPARE(allowed(throttle, u"alice"_s, u"192.0.2.9"_s, 10), 0);
    for (int i = 0; i < LoginThrottle::freePerAccount; ++i)
        QVERIFY(throttle.begin(u"alice"_s, u"192.0.2.9"_s, start + 2h));
}

void TestLoginThrottle::successStartsAfresh()
{
    LoginThrottle throttle;
    for (int i = 0; i < 10 * LoginThrottle::freePerAddress; ++i) {
        QVERIFY(throttle.begin(u"alice"_s, u"192.0.2.1"_s, start));
        throttle.succeeded(u"ALICE"_s, u"192.0.2.1"_s);
    }
    // Signing in to an account of one's own is no way to go on guessing at others.
    allowed(throttle, u"bob"_s, u"192.0.2.1"_s, LoginThrottle::freePerAccount);
    throttle.succeeded(u"alice"_s, u"192.0.2.1"_s);
    QVERIFY(!throttle.begin(u"bob"_s, u"192.0.2.1"_s, start));
}

void TestLoginThrottle::whatCameToNothingIsGivenBack()
{
    LoginThrottle throttle;
    for (int i = 0; i < 10 * LoginThrottle::freePerAddress; ++i) {
        QVERIFY(throttle.begin(u"alice"_s, u"192.0.2.1"_s, start));
        throttle.giveBack(u"alice"_s, u"192.0.2.1"_s);
    }
}

void TestLoginThrottle::memoryIsBounded()
{
    LoginThrottle throttle;
    allowed(throttle, u"alice"_s, u"192.0.2.1"_s, LoginThrottle::freePerAccount);
    for (int i = 0; i < LoginThrottle::keysKept; ++i)
        QVERIFY(throttle.begin(u"user-%1"_s.arg(i), u"10.%1.%2.1"_s.arg(i / 256).arg(i % 256), start));
    QVERIFY(throttle.begin(u"alice"_s, u"192.0.2.1"_s, start)); // the oldest keys made room
}

QTEST_APPLESS_MAIN(TestLoginThrottle)
#include "tst_loginthrottle.moc"
