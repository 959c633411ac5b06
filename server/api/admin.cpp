// SPDX-License-Identifier: Apache-2.0
#include "api/admin.h"

#include "api/parameters.h"
#include "services/adminservice.h"
#include "services/erasureservice.h"
#include "wire/administration.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<UserFilter> filterParameter(const HttpRequest &request)
{
    const auto name = textParameter(request, u"filter"_s);
    const auto filter = name ? fromName<UserFilter>(*name) : UserFilter::All;
    if (filter)
        return *filter;
    QStringList names;
    for (const QLatin1StringView known : enumNames<UserFilter>)
        names += known;
    return fail(ErrorCode::InvalidField, u"Must be one of: %1."_s.arg(names.join(u", "_s)), u"/filter"_s);
}

// `messages`: keep (the default) or erase.
Result<ErasedMessages> messagesParameter(const HttpRequest &request)
{
    const auto name = textParameter(request, u"messages"_s);
    const auto messages = name ? fromName<ErasedMessages>(*name) : ErasedMessages::Keep;
    if (!messages)
        return fail(ErrorCode::InvalidField, u"Must be one of: keep, erase."_s, u"/messages"_s);
    return *messages;
}

QString idOf(const AdminUser &user)
{
    return user.account.user.id;
}

void addFlag(Router &router, AdminService &admin, QByteArray method, const QString &verb, AccountFlag flag,
             bool value)
{
    router.add(std::move(method), u"/api/v1/admin/users/:id/"_s + verb,
               [&admin, flag, value](HttpRequest, Caller caller,
                                     PathArguments path) -> QCoro::Task<Result<HttpResponse>> {
                   const auto user = co_await admin.setFlag(caller, path[0], flag, value);
                   co_return user.map([](const AdminUser &user) { return json(user); });
               });
}

} // namespace

void addAdminRoutes(Router &router, AdminService &admin, ErasureService &erasure)
{
    router.add(
        "GET", u"/api/v1/admin/users"_s,
        [&admin](HttpRequest request, Caller caller, PathArguments) -> QCoro::Task<Result<HttpResponse>> {
            const auto page = pageParameters(request);
            if (!page)
                co_return fail(page.error());
            const auto filter = filterParameter(request);
            if (!filter)
                co_return fail(filter.error());
            const QString prefix = textParameter(request, u"q"_s).value_or(QString());
            const auto users = co_await admin.users(caller, *filter, prefix, page->limit + 1, page->after);
            if (!users)
                co_return fail(users.error());
            co_return json(pageById(*users, page->limit, idOf));
        });

    router.add("GET", u"/api/v1/admin/users/:id"_s,
               [&admin](HttpRequest, Caller caller, PathArguments path) -> QCoro::Task<Result<HttpResponse>> {
                   const auto user = co_await admin.user(caller, path[0]);
                   co_return user.map([](const AdminUser &user) { return json(user); });
               });

    router.add("DELETE", u"/api/v1/admin/users/:id"_s,
               [&erasure](HttpRequest request, Caller caller,
                          PathArguments path) -> QCoro::Task<Result<HttpResponse>> {
                   const auto messages = messagesParameter(request);
                   if (!messages)
                       co_return fail(messages.error());
                   const auto done = co_await erasure.erase(caller, path[0], *messages);
                   co_return done.map(noContent);
               });

    addFlag(router, admin, "POST", u"disable"_s, AccountFlag::Disabled, true);
    addFlag(router, admin, "POST", u"enable"_s, AccountFlag::Disabled, false);
    addFlag(router, admin, "POST", u"ban"_s, AccountFlag::Banned, true);
    addFlag(router, admin, "POST", u"unban"_s, AccountFlag::Banned, false);
    addFlag(router, admin, "PUT", u"admin"_s, AccountFlag::Admin, true);
    addFlag(router, admin, "DELETE", u"admin"_s, AccountFlag::Admin, false);

    router.add("POST", u"/api/v1/admin/users/:id/reset-password"_s,
               [&admin](HttpRequest, Caller caller, PathArguments path) -> QCoro::Task<Result<HttpResponse>> {
                   const auto code = co_await admin.resetPassword(caller, path[0]);
                   co_return code.map([](const ResetCode &code) { return json(code, 201); });
               });

    router.add("GET", u"/api/v1/admin/statistics"_s,
               [&admin](HttpRequest, Caller caller, PathArguments) -> QCoro::Task<Result<HttpResponse>> {
                   const auto statistics = co_await admin.statistics(caller);
                   co_return statistics.map([](const Statistics &statistics) { return json(statistics); });
               });
}

} // namespace Hearth
