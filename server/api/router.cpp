// SPDX-License-Identifier: Apache-2.0
#include "api/router.h"

#include "api/ratelimits.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

std::optional<PathArguments> matchSegments(const QStringList &pattern, const QStringList &path)
{
    if (pattern.size() != path.size())
        return std::nullopt;
    PathArguments arguments;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (pattern[i].startsWith(u':')) {
            if (path[i].isEmpty())
                return std::nullopt;
            arguments += path[i];
        } else if (pattern[i] != path[i]) {
            return std::nullopt;
        }
    }
    return arguments;
}

} // namespace

Router::Router(Authenticate authenticate)
    : m_authenticate(std::move(authenticate))
{ }

void Router::addPublic(QByteArray method, const QString &pattern, PublicHandler handler, RequestKind kind)
{
    m_routes.push_back({std::move(method), pattern, pattern.split(u'/'), true,
                        [handler = std::move(handler)](HttpRequest request, const Caller &,
                                                       const PathArguments &) { return handler(request); },
                        kind});
}

void Router::add(QByteArray method, const QString &pattern, Handler handler, RequestKind kind)
{
    m_routes.push_back({std::move(method), pattern, pattern.split(u'/'), false, std::move(handler), kind});
}

void Router::addUpload(QByteArray method, const QString &pattern, qint64 maxBytes, Handler handler)
{
    m_routes.push_back({std::move(method), pattern, pattern.split(u'/'), false, std::move(handler),
                        RequestKind::Other, maxBytes});
}

std::optional<qint64> Router::uploadLimit(const HttpRequest &request) const
{
    const Match match = find(request);
    return match.route ? match.route->uploadBytes : std::nullopt;
}

Router::Match Router::find(const HttpRequest &request) const
{
    Match match;
    const QStringList path = request.path.split(u'/');
    for (const Route &route : m_routes) {
        auto arguments = matchSegments(route.segments, path);
        if (!arguments)
            continue;
        if (route.method == request.method) {
            match.route = &route;
            match.arguments = std::move(*arguments);
            return match;
        }
        if (!match.otherMethods.contains(route.method))
            match.otherMethods += route.method;
    }
    return match;
}

QCoro::Task<HttpResponse> Router::handle(HttpRequest request) const
{
    const auto started = std::chrono::steady_clock::now();
    Findings findings;
    auto answered = co_await answer(request, &findings);
    HttpResponse response = answered ? std::move(*answered) : problem(answered.error(), request.requestId);
    addRateLimitFields(response, findings.allowance);
    if (m_observer)
        m_observer({request, findings.pattern, findings.userId, response.status,
                    std::chrono::steady_clock::now() - started});
    co_return response;
}

QCoro::Task<Result<HttpResponse>> Router::answer(HttpRequest request, Findings *findings) const
{
    const Match match = find(request);
    if (match.route)
        findings->pattern = match.route->pattern;
    if (!match.route || match.route->isPublic) {
        const RequestKind kind = match.route ? match.route->kind : RequestKind::Other;
        if (auto admitted = admitAddress(request, kind, findings); !admitted)
            co_return fail(std::move(admitted.error()));
    }
    if (!match.route && match.otherMethods.isEmpty())
        co_return fail(ErrorCode::NotFound, u"There is nothing at this path."_s);
    if (!match.route) {
        HttpResponse response =
            problem({ErrorCode::MethodNotAllowed, u"This path has other methods."_s}, request.requestId);
        response.addHeader("Allow", match.otherMethods.join(", "));
        co_return response;
    }
    Caller caller;
    if (!match.route->isPublic) {
        auto authenticated = co_await callerOf(request, match.route->kind, findings);
        if (!authenticated)
            co_return fail(std::move(authenticated.error()));
        caller = std::move(*authenticated);
    }
    co_return co_await match.route->handler(request, caller, match.arguments);
}

// Who has no valid token counts by address, so that guessing tokens is limited, too.
QCoro::Task<Result<Caller>> Router::callerOf(HttpRequest request, RequestKind kind, Findings *findings) const
{
    auto caller = co_await m_authenticate(request);
    if (!caller) {
        if (auto admitted = admitAddress(request, kind, findings); !admitted)
            co_return fail(std::move(admitted.error()));
        co_return caller;
    }
    findings->userId = caller->userId;
    if (m_limits) {
        findings->allowance = m_limits->admit(*caller, kind);
        if (findings->allowance.isRefused())
            co_return fail(findings->allowance.error());
    }
    co_return caller;
}

Result<void> Router::admitAddress(const HttpRequest &request, RequestKind kind, Findings *findings) const
{
    if (!m_limits)
        return {};
    findings->allowance = m_limits->admit(request.peer, kind);
    return findings->allowance.isRefused() ? Result<void>(fail(findings->allowance.error())) : Result<void>();
}

QStringList Router::routes() const
{
    QStringList all;
    for (const Route &route : m_routes)
        all += QString::fromLatin1(route.method) + u' ' + route.pattern;
    return all;
}

} // namespace Hearth
