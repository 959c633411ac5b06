// SPDX-License-Identifier: Apache-2.0
#include "api/health.h"

#include <QCryptographicHash>

#include <algorithm>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Health {
    QString status;
};

void describe(JsonWriter &f, const Health &v)
{
    f.required("status", v.status);
}

struct ByName {
    QList<Dependency> dependencies;
};

void describe(JsonWriter &f, const ByName &v)
{
    for (const Dependency &one : v.dependencies)
        f.required(one.name.constData(), one.state);
}

struct Readiness {
    QString status;
    ByName checks;
};

void describe(JsonWriter &f, const Readiness &v)
{
    f.required("status", v.status);
    f.required("checks", v.checks);
}

struct Version {
    QString version;
    int protocol = 1;
};

void describe(JsonWriter &f, const Version &v)
{
    f.required("name", "hearth-server"_L1);
    f.required("version", v.version);
    f.required("protocol", v.protocol);
}

HttpResponse readiness(const QList<Dependency> &dependencies)
{
    const bool ready = std::ranges::all_of(dependencies, &Dependency::usable);
    HttpResponse response =
        json(Readiness{ready ? u"ready"_s : u"unavailable"_s, {dependencies}}, ready ? 200 : 503);
    if (!ready)
        response.addHeader("Retry-After", "1");
    return response;
}

// The digests are compared, so that the time tells nothing about how much of a guess is right.
bool showsToken(const HttpRequest &request, const QByteArray &token)
{
    const auto digest = [](const QByteArray &text) {
        return QCryptographicHash::hash(text, QCryptographicHash::Sha256);
    };
    return !token.isEmpty() && digest(request.header("authorization")) == digest("Bearer " + token);
}

bool mayReadMetrics(const HttpRequest &request, const HealthSources &sources)
{
    const bool proxied =
        !request.header("x-forwarded-for").isEmpty() || !request.header("forwarded").isEmpty();
    return (plainAddress(request.peer).isLoopback() && !proxied)
        || contains(sources.metricsNetworks, request.peer) || showsToken(request, sources.metricsToken);
}

Result<HttpResponse> metrics(const HttpRequest &request, const HealthSources &sources)
{
    if (!mayReadMetrics(request, sources))
        return fail(ErrorCode::Forbidden,
                    u"Metrics are for the configured networks and the bearer of the configured token."_s);
    return HttpResponse{200, "text/plain; version=0.0.4; charset=utf-8", sources.metricsText()};
}

} // namespace

void addHealthRoutes(Router &router, HealthSources sources)
{
    const auto add = [&router](const QString &path, auto answer) {
        router.addPublic(
            "GET", path,
            [answer = std::move(answer)](HttpRequest request) -> QCoro::Task<Result<HttpResponse>> {
                co_return answer(request);
            },
            RequestKind::Free);
    };
    add(u"/health"_s, [](const HttpRequest &) { return json(Health{u"ok"_s}); });
    add(u"/version"_s, [version = sources.version](const HttpRequest &) { return json(Version{version}); });
    add(u"/ready"_s, [all = sources.dependencies](const HttpRequest &) { return readiness(all()); });
    add(u"/metrics"_s,
        [sources = std::move(sources)](const HttpRequest &request) { return metrics(request, sources); });
}

} // namespace Hearth
