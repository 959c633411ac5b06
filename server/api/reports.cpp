// SPDX-License-Identifier: Apache-2.0
#include "api/reports.h"

#include "api/parameters.h"
#include "services/reportservice.h"
#include "wire/administration.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

// `status`: open (the default) or resolved.
Result<bool> openParameter(const HttpRequest &request)
{
    const QString status = textParameter(request, u"status"_s).value_or(u"open"_s);
    if (status != "open"_L1 && status != "resolved"_L1)
        return fail(ErrorCode::InvalidField, u"Must be one of: open, resolved."_s, u"/status"_s);
    return status == "open"_L1;
}

} // namespace

void addReportRoutes(Router &router, ReportService &reports)
{
    router.add(
        "POST", u"/api/v1/reports"_s,
        [&reports](HttpRequest request, Caller caller, PathArguments) -> QCoro::Task<Result<HttpResponse>> {
            const auto body = parseBody<ReportRequest>(request);
            if (!body)
                co_return fail(body.error());
            const auto report = co_await reports.report(caller, *body);
            co_return report.map([](const AbuseReport &report) { return json(report, 201); });
        });

    router.add(
        "GET", u"/api/v1/admin/reports"_s,
        [&reports](HttpRequest request, Caller caller, PathArguments) -> QCoro::Task<Result<HttpResponse>> {
            const auto page = pageParameters(request);
            if (!page)
                co_return fail(page.error());
            const auto open = openParameter(request);
            if (!open)
                co_return fail(open.error());
            const auto list = co_await reports.list(caller, *open, page->limit + 1, page->after);
            if (!list)
                co_return fail(list.error());
            co_return json(pageById(*list, page->limit, &AbuseReport::id));
        });

    router.add(
        "POST", u"/api/v1/admin/reports/:id/resolve"_s,
        [&reports](HttpRequest, Caller caller, PathArguments path) -> QCoro::Task<Result<HttpResponse>> {
            const auto report = co_await reports.resolve(caller, path[0]);
            co_return report.map([](const AbuseReport &report) { return json(report); });
        });
}

} // namespace Hearth
