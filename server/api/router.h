// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/http.h"
#include "services/caller.h"

#include <QCoroTask>

#include <functional>
#include <vector>

namespace Hearth {

// What the pattern's ":name" segments held, in order.
using PathArguments = QList<QString>;

using PublicHandler = std::function<QCoro::Task<HttpResponse>(HttpRequest)>;
using Handler = std::function<QCoro::Task<HttpResponse>(HttpRequest, Caller, PathArguments)>;
using Authenticate = std::function<QCoro::Task<Result<Caller>>(HttpRequest)>;

// Finds the handler of a request. A handler that was added with addPublic() is reached without a token;
// before any other the caller is authenticated, so that nobody learns which paths or objects exist.
class Router
{
public:
    explicit Router(Authenticate authenticate);

    void addPublic(QByteArray method, QString pattern, PublicHandler handler);
    void add(QByteArray method, QString pattern, Handler handler);

    // Never fails: what goes wrong is a problem document.
    QCoro::Task<HttpResponse> handle(HttpRequest request) const;

    // "GET /api/v1/conversations/:id", as added; for the test that compares them with the description.
    [[nodiscard]] QList<QString> routes() const;

private:
    struct Route {
        QByteArray method;
        QStringList segments;
        bool isPublic = false;
        Handler handler;
    };
    const Authenticate m_authenticate;
    std::vector<Route> m_routes;
};

} // namespace Hearth
