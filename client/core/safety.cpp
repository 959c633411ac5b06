// SPDX-License-Identifier: Apache-2.0
#include "core/safety.h"

#include "core/safety_p.h"
#include "wire/limits.h"

#include <algorithm>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

Safety::Safety(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{
    d->q = this;
    connect(&d->connection, &Connection::ready, this, [this] { d->refresh(); });
}

Safety::~Safety() = default;

const QList<User> &Safety::blocked() const
{
    return d->blocked;
}

bool Safety::isBlocked(const UserId &id) const
{
    return std::ranges::find(d->blocked, id, &User::id) != d->blocked.end();
}

QCoro::Task<Result<void>> Safety::block(UserId id)
{
    return d->setBlocked(std::move(id), true);
}

QCoro::Task<Result<void>> Safety::unblock(UserId id)
{
    return d->setBlocked(std::move(id), false);
}

QCoro::Task<Result<void>> Safety::reportPerson(UserId id, QString reason)
{
    return d->report({.userId = std::move(id), .reason = std::move(reason)});
}

QCoro::Task<Result<void>> Safety::reportMessage(MessageId id, QString reason)
{
    return d->report({.messageId = std::move(id), .reason = std::move(reason)});
}

QCoro::Task<void> Safety::Private::refresh()
{
    const quint64 asked = changes;
    QList<User> all;
    std::optional<QString> cursor;
    do {
        QUrlQuery query;
        query.addQueryItem(u"limit"_s, QString::number(Limits::pageMax));
        if (cursor)
            query.addQueryItem(u"cursor"_s, QString::fromLatin1(QUrl::toPercentEncoding(*cursor)));
        const QString path = u"/api/v1/users/me/blocks"_s;
        const auto page = co_await rest.get<Page<User>>(path, query);
        if (!page)
            co_return; // what was known stays; the next connection asks again
        all += page->items;
        cursor = page->nextCursor;
    } while (cursor);
    if (changes == asked)
        take(std::move(all));
}

QCoro::Task<Result<void>> Safety::Private::setBlocked(UserId id, bool on)
{
    const HttpCall call{on ? "POST" : "DELETE", "/api/v1/users/"_L1 + id + "/block"_L1};
    const auto answer = co_await rest.send(call);
    if (!answer)
        co_return fail(answer.error());
    ++changes;
    QList<User> users = blocked;
    erase_if(users, [&](const User &user) { return user.id == id; });
    if (on)
        users.append(people.user(id));
    take(std::move(users));
    co_return Result<void>();
}

QCoro::Task<Result<void>> Safety::Private::report(ReportRequest request)
{
    const HttpCall call{"POST", u"/api/v1/reports"_s, {}, toJson(request)};
    const auto answer = co_await rest.send(call);
    co_return answer.map([](const QJsonObject &) {});
}

void Safety::Private::take(QList<User> users)
{
    std::ranges::sort(users, [](const User &a, const User &b) {
        return QString::localeAwareCompare(a.displayName, b.displayName) < 0;
    });
    if (users == blocked)
        return;
    blocked = std::move(users);
    Q_EMIT q->changed();
}

} // namespace Hearth
