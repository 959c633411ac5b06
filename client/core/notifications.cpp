// SPDX-License-Identifier: Apache-2.0
#include "core/notifications.h"

#include "core/notifications_p.h"
#include "wire/limits.h"

#include <algorithm>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int notificationsStored = 200;
constexpr auto upToPrefix = "up_to:"_L1;

} // namespace

Notifications::Notifications(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{
    d->q = this;
    connect(&d->connection, &Connection::ready, this, [this] { d->refresh(); });
    connect(&d->connection, &Connection::received, this,
            [this](const ServerFrame &frame) { d->hear(frame); });
}

Notifications::~Notifications() = default;

const QList<Notification> &Notifications::items() const
{
    return d->items;
}

int Notifications::unreadCount() const
{
    return d->unreadCount;
}

bool Notifications::hasMore() const
{
    return d->cursor.has_value();
}

void Notifications::markRead(const QString &id)
{
    if (!d->markOne(id, now()))
        return;
    d->unreadCount = std::max(0, d->unreadCount - 1);
    d->changed();
    d->say(id);
}

void Notifications::markAllRead()
{
    if (d->items.isEmpty() || d->unreadCount == 0)
        return;
    const qint64 newest = d->items.first().number;
    d->markUpTo(newest, now());
    d->unreadCount = 0;
    d->changed();
    d->say(upToPrefix + QString::number(newest));
}

QCoro::Task<Result<void>> Notifications::loadMore()
{
    const auto after = d->cursor;
    if (!after)
        co_return Result<void>();
    const auto list = co_await d->page(after);
    if (!list)
        co_return fail(list.error());
    if (d->cursor != after)
        co_return Result<void>(); // begun anew meanwhile
    d->items += list->items;
    d->cursor = list->nextCursor;
    d->changed();
    co_return Result<void>();
}

void Notifications::Private::load(const QList<Notification> &stored, const QStringList &waiting)
{
    items = stored;
    unsent = waiting;
    unreadCount = int(std::ranges::count_if(items, [](const Notification &n) { return !n.readAt; }));
    Q_EMIT q->changed();
}

void Notifications::Private::hear(const ServerFrame &frame)
{
    if (const auto *fresh = std::get_if<NewNotification>(&frame)) {
        if (std::ranges::any_of(items, [&](const Notification &n) { return n.id == fresh->data.id; }))
            return;
        const auto at =
            std::ranges::lower_bound(items, fresh->data.number, std::greater(), &Notification::number);
        items.insert(at, fresh->data);
        unreadCount += fresh->data.readAt ? 0 : 1;
        changed();
    } else if (const auto *read = std::get_if<NotificationsRead>(&frame)) {
        if (read->notificationId)
            markOne(*read->notificationId, read->at);
        if (read->upTo)
            markUpTo(*read->upTo, read->at);
        unreadCount = read->unreadCount;
        changed();
    }
}

QCoro::Task<void> Notifications::Private::refresh()
{
    co_await sayWaiting();
    const auto list = co_await page({});
    if (!list)
        co_return; // what is stored stays; the next connection asks again
    items = list->items;
    cursor = list->nextCursor;
    unreadCount = list->unreadCount;
    // What was read while this was asked.
    const QStringList waiting = unsent;
    for (const QString &what : waiting) {
        if (what.startsWith(upToPrefix))
            markUpTo(what.mid(upToPrefix.size()).toLongLong(), now());
        else
            markOne(what, now());
    }
    changed();
}

void Notifications::Private::say(const QString &what)
{
    unsent.append(what);
    store.saveUnsentNotificationRead(what);
    sayWaiting();
}

QCoro::Task<void> Notifications::Private::sayWaiting()
{
    if (saying)
        co_return;
    saying = true;
    while (connection.isReady() && !unsent.isEmpty()) {
        const QString what = unsent.first();
        HttpCall call{"PUT", "/api/v1/notifications/"_L1 + what + "/read"_L1};
        if (what.startsWith(upToPrefix)) {
            call.path = u"/api/v1/notifications/read-all"_s;
            call.body = toJson(ReadNotifications{what.mid(upToPrefix.size()).toLongLong()});
        }
        const auto answer = co_await rest.send(call);
        if (!answer && isRetryable(answer.error().code))
            break; // said again by the next connection
        unsent.removeOne(what);
        store.removeUnsentNotificationRead(what);
    }
    saying = false;
}

QCoro::Task<Result<NotificationList>> Notifications::Private::page(std::optional<QString> after)
{
    QUrlQuery query;
    query.addQueryItem(u"limit"_s, QString::number(Limits::pageDefault));
    if (after)
        query.addQueryItem(u"cursor"_s, *after);
    const QString path = u"/api/v1/notifications"_s;
    co_return co_await rest.get<NotificationList>(path, query);
}

bool Notifications::Private::markOne(const QString &id, Timestamp at)
{
    for (Notification &n : items) {
        if (n.id == id && !n.readAt) {
            n.readAt = at;
            return true;
        }
    }
    return false;
}

void Notifications::Private::markUpTo(qint64 number, Timestamp at)
{
    for (Notification &n : items) {
        if (n.number <= number && !n.readAt)
            n.readAt = at;
    }
}

void Notifications::Private::changed()
{
    store.saveNotifications(items.mid(0, notificationsStored));
    Q_EMIT q->changed();
}

} // namespace Hearth
