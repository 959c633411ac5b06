// SPDX-License-Identifier: Apache-2.0
#include "api/router.h"

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

void Router::addPublic(QByteArray method, const QString &pattern, PublicHandler handler)
{
    m_routes.push_back({std::move(method), pattern, pattern.split(u'/'), true,
                        [handler = std::move(handler)](HttpRequest request, const Caller &,
                                                       const PathArguments &) { return handler(request); }});
}

void Router::add(QByteArray method, const QString &pattern, Handler handler)
{
    m_routes.push_back({std::move(method), pattern, pattern.split(u'/'), false, std::move(handler)});
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
    auto answered = co_await answer(request);
    HttpResponse response = answered ? std::move(*answered) : problem(answered.error(), request.requestId);
    if (m_observer)
        m_observer(request, response.status, std::chrono::steady_clock::now() - started);
    co_return response;
}

QCoro::Task<Result<HttpResponse>> Router::answer(HttpRequest request) const
{
    const Match match = find(request);
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
        auto authenticated = co_await m_authenticate(request);
        if (!authenticated)
            co_return fail(std::move(authenticated.error()));
        caller = std::move(*authenticated);
    }
    co_return co_await match.route->handler(request, caller, match.arguments);
}

QString Router::patternOf(const HttpRequest &request) const
{
    const Match match = find(request);
    return match.route ? match.route->pattern : QString();
}

QStringList Router::routes() const
{
    QStringList all;
    for (const Route &route : m_routes)
        all += QString::fromLatin1(route.method) + u' ' + route.pattern;
    return all;
}

} // namespace Hearth
