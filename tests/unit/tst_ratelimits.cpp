// SPDX-License-Identifier: Apache-2.0
#include "api/ratelimits.h"

#include <QTest>

using namespace Hearth;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Clock = TokenBucket::Clock;

const Clock::time_point start{1h};
const QHostAddress somewhere(u"192.0.2.1"_s);

Caller person(const QString &id, const QString &session = u"phone"_s)
{
    return Caller{id, session};
}

// How many of these are granted at this moment.
template<typename Who>
int granted(RateLimits &limits, const Who &who, RequestKind kind, Clock::time_point at, int asked = 1'000)
{
    int count = 0;
    for (int i = 0; i < asked; ++i)
        count += limits.admit(who, kind, at).isRefused() ? 0 : 1;
    return count;
}

QByteArray fieldOf(const HttpResponse &response, const QByteArray &name)
{
    for (const auto &[key, value] : response.headers) {
        if (key == name)
            return value;
    }
    return {};
}

} // namespace

class TestRateLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBucketGivesItsBurstAndThenItsRate();
    void whoWaitsAsLongAsTheyAreToldIsNotRefusedAgain();
    void aRefusalCostsNothing();
    void thereIsNoLimitWhereNoneIsSet();
    void messagesAndOtherRequestsAreCountedApart();
    void lightRequestsCostAQuarter();
    void usersDoNotShareABucketAndTheirDevicesDo();
    void aDeviceOfItsOwnLimitLeavesTheRestToTheOthers();
    void attack60_anIpv6NetworkIsOneAddress();
    void memoryIsBoundedAndNobodyGainsByIt();
    void refusalsAreCountedByLimit();

    void anAnswerTellsWhatIsLeft();
    void tooManyRequestsGet429();
    void attack14_guessedTokensCountByAddress();
    void attack60_noSpellingOfAPathEscapes();
    void healthChecksAreFree();
    void upgradesAreCounted();

private:
    HttpResponse ask(const QString &path, const QByteArray &token = {}, const QByteArray &method = "GET")
    {
        HttpRequest request;
        request.method = method;
        request.path = path;
        request.peer = somewhere;
        if (!token.isEmpty())
            request.headers = {{"authorization", token}, {"x-forwarded-for", QByteArray::number(++m_asked)}};
        return QCoro::waitFor(m_router->handle(request));
    }

    void makeRouter(RateLimits *limits)
    {
        m_router = std::make_unique<Router>([](HttpRequest request) -> QCoro::Task<Result<Caller>> {
            if (!request.header("authorization").startsWith("user"))
                co_return fail(ErrorCode::Unauthorized, u"Sign in."_s);
            co_return person(QString::fromUtf8(request.header("authorization")));
        });
        const auto answer = [](HttpRequest) -> QCoro::Task<Result<HttpResponse>> { co_return noContent(); };
        const auto answerCaller = [](HttpRequest, Caller,
                                     PathArguments) -> QCoro::Task<Result<HttpResponse>> {
            co_return noContent();
        };
        m_router->addPublic("GET", u"/health"_s, answer, RequestKind::Free);
        m_router->addPublic("POST", u"/login"_s, answer);
        m_router->add("GET", u"/things"_s, answerCaller);
        m_router->add("POST", u"/messages"_s, answerCaller, RequestKind::Message);
        m_router->setRateLimits(limits);
    }

    std::unique_ptr<Router> m_router;
    int m_asked = 0;
};

void TestRateLimits::aBucketGivesItsBurstAndThenItsRate()
{
    RateLimits limits;
    const Caller ana = person(u"ana"_s);
    QCOMPARE(granted(limits, ana, RequestKind::Message, start), 200);
    QCOMPARE(granted(limits, ana, RequestKind::Message, start + 1s), 20);
    QCOMPARE(granted(limits, ana, RequestKind::Message, start + 1s + 500ms), 10);
    QCOMPARE(granted(limits, ana, RequestKind::Message, start + 1h), 200); // no more than the burst
    QCOMPARE(granted(limits, ana, RequestKind::Other, start), 300);
    QCOMPARE(granted(limits, somewhere, RequestKind::Other, start), 30);
    QCOMPARE(granted(limits, somewhere, RequestKind::Other, start + 1s), 5);
}

void TestRateLimits::whoWaitsAsLongAsTheyAreToldIsNotRefusedAgain()
{
    RateLimits limits({.userMessages = {3, 7}});
    const Caller ana = person(u"ana"_s);
    Clock::time_point at = start;
    granted(limits, ana, RequestKind::Message, at);
    for (int i = 0; i < 20; ++i) {
        const Error error = limits.admit(ana, RequestKind::Message, at).error();
        QCOMPARE(error.code, ErrorCode::RateLimited);
        QVERIFY(*error.retryAfterMs > 0 && *error.retryAfterMs <= 334);
        QVERIFY(
            limits.admit(ana, RequestKind::Message, at + std::chrono::milliseconds(*error.retryAfterMs) - 2ms)
                .isRefused());
        at += std::chrono::milliseconds(*error.retryAfterMs);
        QVERIFY(!limits.admit(ana, RequestKind::Message, at).isRefused());
    }
}

void TestRateLimits::aRefusalCostsNothing()
{
    RateLimits limits;
    const Caller ana = person(u"ana"_s);
    granted(limits, ana, RequestKind::Message, start, 100'000);
    QCOMPARE(granted(limits, ana, RequestKind::Message, start + 1s), 20);
}

void TestRateLimits::thereIsNoLimitWhereNoneIsSet()
{
    RateLimits limits({.userMessages = {}, .userRequests = {}, .addressRequests = {}});
    QCOMPARE(granted(limits, person(u"ana"_s), RequestKind::Message, start, 10'000), 10'000);
    QCOMPARE(granted(limits, person(u"ana"_s), RequestKind::Other, start, 10'000), 10'000);
    QCOMPARE(granted(limits, somewhere, RequestKind::Other, start, 10'000), 10'000);
    QVERIFY(limits.admit(person(u"ana"_s), RequestKind::Other, start).policy.isEmpty());
}

void TestRateLimits::messagesAndOtherRequestsAreCountedApart()
{
    RateLimits limits;
    const Caller ana = person(u"ana"_s);
    QCOMPARE(granted(limits, ana, RequestKind::Other, start), 300);
    QCOMPARE(granted(limits, ana, RequestKind::Message, start), 200);
}

void TestRateLimits::lightRequestsCostAQuarter()
{
    RateLimits limits;
    const Caller ana = person(u"ana"_s);
    QCOMPARE(granted(limits, ana, RequestKind::Light, start, 2'000), 1'200);
    QCOMPARE(granted(limits, ana, RequestKind::Other, start), 0);
}

void TestRateLimits::usersDoNotShareABucketAndTheirDevicesDo()
{
    RateLimits limits;
    QCOMPARE(granted(limits, person(u"ana"_s, u"phone"_s), RequestKind::Message, start), 200);
    QCOMPARE(granted(limits, person(u"ana"_s, u"laptop"_s), RequestKind::Message, start), 0);
    QCOMPARE(granted(limits, person(u"li"_s), RequestKind::Message, start), 200);
    QCOMPARE(granted(limits, Caller{u"external"_s}, RequestKind::Message, start), 200);
}

void TestRateLimits::aDeviceOfItsOwnLimitLeavesTheRestToTheOthers()
{
    RateLimits limits({.deviceMessages = {10, 50}, .deviceRequests = {10, 60}});
    const Caller phone = person(u"ana"_s, u"phone"_s);
    QCOMPARE(granted(limits, phone, RequestKind::Message, start), 50);
    QCOMPARE(limits.admit(phone, RequestKind::Message, start).policy, "device-messages");
    QCOMPARE(granted(limits, phone, RequestKind::Other, start), 60);
    for (const QString &other : {u"laptop"_s, u"tablet"_s, u"watch"_s})
        QCOMPARE(granted(limits, person(u"ana"_s, other), RequestKind::Message, start), 50);
    QCOMPARE(granted(limits, person(u"ana"_s, u"fifth"_s), RequestKind::Message, start), 0); // the user's 200
}

void TestRateLimits::attack60_anIpv6NetworkIsOneAddress()
{
    RateLimits limits;
    int count = 0;
    for (int i = 1; i <= 100; ++i) {
        const QHostAddress address(u"2001:db8:1:2::%1"_s.arg(i, 0, 16));
        count += granted(limits, address, RequestKind::Other, start, 10);
    }
    QCOMPARE(count, 30);
    QCOMPARE(granted(limits, QHostAddress(u"2001:db8:1:3::1"_s), RequestKind::Other, start), 30);
    // The same IPv4 address in both of its forms.
    QCOMPARE(granted(limits, QHostAddress(u"::ffff:192.0.2.7"_s), RequestKind::Other, start), 30);
    QCOMPARE(granted(limits, QHostAddress(u"192.0.2.7"_s), RequestKind::Other, start), 0);
    QCOMPARE(granted(limits, QHostAddress(u"192.0.2.8"_s), RequestKind::Other, start), 30);
}

void TestRateLimits::memoryIsBoundedAndNobodyGainsByIt()
{
    TokenBuckets buckets({10, 20}, 100);
    const auto grantedOf = [&buckets](const QString &key, Clock::time_point at) {
        int count = 0;
        while (buckets.level(key, 1, at).untilEnough == 0ns && count < 1'000) {
            buckets.take(key, 1, at);
            ++count;
        }
        return count;
    };
    // Few keys: exact, though the window changes again and again.
    QCOMPARE(grantedOf(u"ana"_s, start), 20);
    for (int i = 1; i <= 50; ++i)
        QCOMPARE(grantedOf(u"ana"_s, start + i * 900ms), 9);
    QVERIFY(buckets.size() <= 2);
    for (int i = 0; i < 100'000; ++i)
        buckets.take(QString::number(i), 1, start + 1h);
    QVERIFY(buckets.size() <= 200);
    // What is asked for still counts.
    QCOMPARE(grantedOf(u"99999"_s, start + 1h), 19);
}

void TestRateLimits::refusalsAreCountedByLimit()
{
    RateLimits limits;
    granted(limits, person(u"ana"_s), RequestKind::Message, start, 203);
    granted(limits, somewhere, RequestKind::Other, start, 31);
    for (const auto &[name, count] : limits.refusals())
        QCOMPARE(count, quint64(name == "user-messages" ? 3 : name == "address-requests" ? 1 : 0));
    QCOMPARE(limits.refusals().size(), size_t(5));
}

void TestRateLimits::anAnswerTellsWhatIsLeft()
{
    RateLimits limits;
    makeRouter(&limits);
    HttpResponse answer = ask(u"/things"_s, "user ana");
    QCOMPARE(answer.status, 204);
    QCOMPARE(fieldOf(answer, "RateLimit-Policy"), "\"user-requests\";q=300;w=6");
    QCOMPARE(fieldOf(answer, "RateLimit"), "\"user-requests\";r=299;t=1");
    answer = ask(u"/messages"_s, "user ana", "POST");
    QCOMPARE(fieldOf(answer, "RateLimit-Policy"), "\"user-messages\";q=200;w=10");
    makeRouter(nullptr);
    QVERIFY(ask(u"/things"_s, "user ana").headers.isEmpty());
}

void TestRateLimits::tooManyRequestsGet429()
{
    RateLimits limits({.userMessages = {0.5, 2}});
    makeRouter(&limits);
    for (int i = 0; i < 2; ++i)
        QCOMPARE(ask(u"/messages"_s, "user ana", "POST").status, 204);
    const HttpResponse refused = ask(u"/messages"_s, "user ana", "POST");
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.contentType, "application/problem+json");
    QVERIFY(refused.body.contains(R"("code":"rate_limited")"));
    QVERIFY(refused.body.contains(R"("retry_after_ms":)"));
    QCOMPARE(fieldOf(refused, "Retry-After"), "2");
    QCOMPARE(fieldOf(refused, "RateLimit"), "\"user-messages\";r=0;t=4");
    QCOMPARE(ask(u"/things"_s, "user ana").status, 204);
    QCOMPARE(ask(u"/messages"_s, "user li", "POST").status, 204);
}

void TestRateLimits::attack14_guessedTokensCountByAddress()
{
    RateLimits limits;
    makeRouter(&limits);
    int refused = 0;
    for (int i = 0; i < 40; ++i)
        refused += ask(u"/things"_s, "guess " + QByteArray::number(i)).status == 429 ? 1 : 0;
    QVERIFY(refused >= 8 && refused <= 10); // a token may have come back meanwhile
    QCOMPARE(ask(u"/login"_s, {}, "POST").status, 429);
    QCOMPARE(ask(u"/things"_s, "user ana").status, 204); // who has a token does not suffer
}

void TestRateLimits::attack60_noSpellingOfAPathEscapes()
{
    RateLimits limits({.addressRequests = {0.001, 10}});
    makeRouter(&limits);
    const QStringList spellings{u"/login"_s,   u"/LOGIN"_s,      u"/login/"_s,  u"//login"_s,
                                u"/./login"_s, u"/x/../login"_s, u"/health/"_s, u"/HEALTH"_s};
    int answered = 0;
    for (int i = 0; i < 80; ++i)
        answered +=
            ask(spellings[i % spellings.size()], "guess", i % 2 ? "POST" : "OPTIONS").status == 429 ? 0 : 1;
    QCOMPARE(answered, 10);
}

void TestRateLimits::healthChecksAreFree()
{
    RateLimits limits({.addressRequests = {0.001, 1}});
    makeRouter(&limits);
    QCOMPARE(ask(u"/login"_s, {}, "POST").status, 204);
    QCOMPARE(ask(u"/login"_s, {}, "POST").status, 429);
    for (int i = 0; i < 100; ++i)
        QCOMPARE(ask(u"/health"_s).status, 204);
}

void TestRateLimits::upgradesAreCounted()
{
    RateLimits limits({.userRequests = {0.001, 5}, .addressRequests = {0.001, 3}});
    const Authenticate authenticate = limited(
        [](HttpRequest request) -> QCoro::Task<Result<Caller>> {
            if (request.path == "bad"_L1)
                co_return fail(ErrorCode::Unauthorized, u"No."_s);
            co_return person(u"ana"_s);
        },
        limits);
    const auto codes = [&authenticate](const QString &path) {
        QList<ErrorCode> codes;
        for (int i = 0; i < 7; ++i) {
            HttpRequest request;
            request.path = path;
            request.peer = somewhere;
            const auto caller = QCoro::waitFor(authenticate(request));
            if (!caller)
                codes += caller.error().code;
        }
        return codes;
    };
    QCOMPARE(codes(u"good"_s), QList<ErrorCode>(2, ErrorCode::RateLimited));
    QCOMPARE(codes(u"bad"_s),
             QList<ErrorCode>(3, ErrorCode::Unauthorized) + QList<ErrorCode>(4, ErrorCode::RateLimited));
}

QTEST_GUILESS_MAIN(TestRateLimits)
#include "tst_ratelimits.moc"
