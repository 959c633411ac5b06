// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/http.h"
#include "services/caller.h"

#include <QCoroTask>

#include <chrono>
#include <functional>
#include <vector>

namespace Hearth {

// What the pattern's ":name" segments held, in order.
using PathArguments = QStringList;

// An error becomes a problem document.
using PublicHandler = std::function<QCoro::Task<Result<HttpResponse>>(HttpRequest)>;
using Handler = std::function<QCoro::Task<Result<HttpResponse>>(HttpRequest, Caller, PathArguments)>;
using Authenticate = std::function<QCoro::Task<Result<Caller>>(HttpRequest)>;

// Finds the handler of a request, and asks who the caller is unless the route is public.
// All routes are added before the first request is handled.
class Router
{
public:
    explicit Router(Authenticate authenticate);

    // `pattern` is "/api/v1/conversations/:id"; a literal segment wins over a ":name" that was added later.
    void addPublic(QByteArray method, const QString &pattern, PublicHandler handler);
    void add(QByteArray method, const QString &pattern, Handler handler);

    // Never fails: what goes wrong is a problem document.
    QCoro::Task<HttpResponse> handle(HttpRequest request) const;

    // Called after each request with the status of its answer and how long that took. For metrics.
    using Observer = std::function<void(const HttpRequest &, int status, std::chrono::nanoseconds duration)>;
    void setObserver(Observer observer) { m_observer = std::move(observer); }

    // The pattern that a request belongs to, for metrics: bounded in number, unlike paths.
    [[nodiscard]] QString patternOf(const HttpRequest &request) const;

    // "GET /api/v1/conversations/:id", as added.
    [[nodiscard]] QStringList routes() const;

private:
    QCoro::Task<Result<HttpResponse>> answer(HttpRequest request) const;

    struct Route {
        QByteArray method;
        QString pattern;
        QStringList segments;
        bool isPublic = false;
        Handler handler;
    };
    struct Match {
        const Route *route = nullptr;
        PathArguments arguments;
        QByteArrayList otherMethods; // that this path has
    };
    [[nodiscard]] Match find(const HttpRequest &request) const;

    const Authenticate m_authenticate;
    std::vector<Route> m_routes;
    Observer m_observer;
};

} // namespace Hearth
