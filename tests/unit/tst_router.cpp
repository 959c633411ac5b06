// SPDX-License-Identifier: Apache-2.0
#include "api/router.h"

#include <QCoroTask>
#include <QTest>

using namespace Hearth;
using namespace Qt::Literals::StringLiterals;

namespace {

QCoro::Task<Result<Caller>> signedInAs(HttpRequest request)
{
    if (request.header("authorization") != "Bearer good")
        co_return fail(ErrorCode::Unauthorized, u"Sign in."_s);
    co_return Caller{u"ana"_s};
}

QCoro::Task<Result<HttpResponse>> tellArguments(HttpRequest, Caller caller, PathArguments arguments)
{
    co_return HttpResponse{200, "text/plain", (caller.userId + u' ' + arguments.join(u',')).toUtf8()};
}

QCoro::Task<Result<HttpResponse>> tellPublic(HttpRequest)
{
    co_return HttpResponse{200, "text/plain", "public"};
}

QCoro::Task<Result<HttpResponse>> tellError(HttpRequest, Caller, PathArguments)
{
    co_return fail(Error{ErrorCode::Unavailable, u"The store is away."_s, {}, 1'500});
}

} // namespace

class TestRouter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_router = std::make_unique<Router>(signedInAs);
        m_router->addPublic("GET", u"/health"_s, tellPublic);
        m_router->add("GET", u"/things/mine"_s,
                      [](HttpRequest, Caller, PathArguments) { return tellPublic({}); });
        m_router->add("GET", u"/things/:id"_s, tellArguments);
        m_router->add("PUT", u"/things/:id/parts/:part"_s, tellArguments);
        m_router->add("GET", u"/broken"_s, tellError);
    }

    void findsALiteralBeforeAName() { QCOMPARE(ask("GET", u"/things/mine"_s).body, "public"); }

    void givesTheNamedSegmentsInOrder()
    {
        QCOMPARE(ask("PUT", u"/things/a b/parts/\u05D0"_s).body, u"ana a b,\u05D0"_s.toUtf8());
    }

    void asksForATokenUnlessTheRouteIsPublic()
    {
        QCOMPARE(ask("GET", u"/health"_s, {}).status, 200);
        const HttpResponse refused = ask("GET", u"/things/1"_s, {});
        QCOMPARE(refused.status, 401);
        QVERIFY(refused.headers.contains(std::pair<QByteArray, QByteArray>("WWW-Authenticate", "Bearer")));
    }

    void knowsWhichRequestsAreUploads()
    {
        m_router->addUpload("POST", u"/things/:id"_s, 1'000, tellArguments);
        HttpRequest request;
        request.path = u"/things/7"_s;
        for (const auto &[method, limit] : {std::pair<QByteArray, std::optional<qint64>>("POST", 1'000),
                                            {"GET", std::nullopt},
                                            {"DELETE", std::nullopt}}) {
            request.method = method;
            QCOMPARE(m_router->uploadLimit(request), limit);
        }
        QCOMPARE(ask("POST", u"/things/7"_s).body, "ana 7");
        QCOMPARE(ask("POST", u"/things/7"_s, {}).status, 401);
    }

    void anEmptySegmentIsNoName() { QCOMPARE(ask("GET", u"/things/"_s).status, 404); }

    void aTrailingSlashIsAnotherPath() { QCOMPARE(ask("GET", u"/things/1/"_s).status, 404); }

    void tellsTheMethodsOfAPath()
    {
        const HttpResponse refused = ask("POST", u"/things/1"_s);
        QCOMPARE(refused.status, 405);
        QVERIFY(refused.headers.contains(std::pair<QByteArray, QByteArray>("Allow", "GET")));
    }

    void anErrorBecomesAProblemDocument()
    {
        const HttpResponse response = ask("GET", u"/broken"_s);
        QCOMPARE(response.status, 503);
        QCOMPARE(response.contentType, "application/problem+json");
        QVERIFY(response.headers.contains(std::pair<QByteArray, QByteArray>("Retry-After", "2")));
        QVERIFY(response.body.contains(R"("code":"unavailable")"));
        QVERIFY(response.body.contains(R"("request_id":"r-1")"));
    }

    void tellsWhatItHandled()
    {
        QStringList seen;
        m_router->setObserver([&seen](const HandledRequest &handled) {
            seen += u"%1 %2 %3"_s.arg(handled.route, handled.userId).arg(handled.status);
            QVERIFY(handled.duration >= std::chrono::nanoseconds(0));
        });
        ask("GET", u"/things/12345"_s);
        ask("GET", u"/things/12345"_s, "Bearer bad");
        ask("GET", u"/nowhere/12345"_s);
        ask("GET", u"/broken"_s);
        QCOMPARE(
            seen,
            QStringList({u"/things/:id ana 200"_s, u"/things/:id  401"_s, u"  404"_s, u"/broken ana 503"_s}));
    }

private:
    HttpResponse ask(QByteArray method, QString path, QByteArray authorization = "Bearer good")
    {
        HttpRequest request;
        request.method = std::move(method);
        request.path = std::move(path);
        request.headers = {{"authorization", std::move(authorization)}};
        request.requestId = u"r-1"_s;
        return QCoro::waitFor(m_router->handle(request));
    }

    std::unique_ptr<Router> m_router;
};

QTEST_GUILESS_MAIN(TestRouter)
#include "tst_router.moc"
