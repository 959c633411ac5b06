// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/allowance.h"
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

class RateLimits;

// A request that has been answered.
struct HandledRequest {
    const HttpRequest &request;
    QString route; // the pattern that it belongs to, bounded in number unlike paths; empty: none
    UserId userId; // empty: nobody known
    int status = 0;
    std::chrono::nanoseconds duration{0};
};

// Finds the handler of a request, and asks who the caller is unless the route is public.
// All routes are added before the first request is handled.
class Router
{
public:
    explicit Router(Authenticate authenticate);

    // `pattern` is "/api/v1/conversations/:id"; a literal segment wins over a ":name" that was added later.
    void addPublic(QByteArray method, const QString &pattern, PublicHandler handler,
                   RequestKind kind = RequestKind::Other);
    void add(QByteArray method, const QString &pattern, Handler handler,
             RequestKind kind = RequestKind::Other);

    // Counts requests from now on; who asks too often gets 429. Outlives the Router.
    void setRateLimits(RateLimits *limits) { m_limits = limits; }

    // The handler gets the body as a stream while it arrives, up to `maxBytes` of it: too_large beyond.
    void addUpload(QByteArray method, const QString &pattern, qint64 maxBytes, Handler handler);

    // Of the upload that a request is; nothing when its body is to be read first.
    [[nodiscard]] std::optional<qint64> uploadLimit(const HttpRequest &request) const;

    // Never fails: what goes wrong is a problem document.
    QCoro::Task<HttpResponse> handle(HttpRequest request) const;

    // Called after each request. For metrics and the log.
    using Observer = std::function<void(const HandledRequest &)>;
    void setObserver(Observer observer) { m_observer = std::move(observer); }

    // "GET /api/v1/conversations/:id", as added.
    [[nodiscard]] QStringList routes() const;

private:
    // What is found out on the way to an answer; it belongs to the coroutine that waits for the others.
    struct Findings {
        Allowance allowance;
        QString pattern;
        UserId userId;
    };
    QCoro::Task<Result<HttpResponse>> answer(HttpRequest request, Findings *findings) const;
    QCoro::Task<Result<Caller>> callerOf(HttpRequest request, RequestKind kind, Findings *findings) const;
    [[nodiscard]] Result<void> admitAddress(const HttpRequest &request, RequestKind kind,
                                            Findings *findings) const;

    struct Route {
        QByteArray method;
        QString pattern;
        QStringList segments;
        bool isPublic = false;
        Handler handler;
        RequestKind kind = RequestKind::Other;
        std::optional<qint64> uploadBytes = {};
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
    RateLimits *m_limits = nullptr;
};

} // namespace Hearth
