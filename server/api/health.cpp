// SPDX-License-Identifier: Apache-2.0
#include "api/health.h"

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

// ::ffff:192.0.2.1, as a socket for both families shows it, is 192.0.2.1.
QHostAddress plainAddress(const QHostAddress &peer)
{
    bool isIpv4 = false;
    const quint32 ipv4 = peer.toIPv4Address(&isIpv4);
    return isIpv4 ? QHostAddress(ipv4) : peer;
}

bool mayReadMetrics(const HttpRequest &request, const QList<std::pair<QHostAddress, int>> &networks)
{
    const QHostAddress peer = plainAddress(request.peer);
    const bool proxied =
        !request.header("x-forwarded-for").isEmpty() || !request.header("forwarded").isEmpty();
    return (peer.isLoopback() && !proxied)
        || std::ranges::any_of(networks, [&peer](const auto &network) { return peer.isInSubnet(network); });
}

Result<HttpResponse> metrics(const HttpRequest &request, const HealthSources &sources)
{
    if (!mayReadMetrics(request, sources.metricsNetworks))
        return fail(ErrorCode::Forbidden, u"Metrics are for the configured networks only."_s);
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
