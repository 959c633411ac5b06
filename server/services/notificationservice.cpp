// SPDX-License-Identifier: Apache-2.0
#include "services/notificationservice.h"

#include "wire/jsonreader.h"
#include "wire/jsonwriter.h"
#include "wire/limits.h"

#include <QLoggingCategory>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(lcNotifications, "hearth.notifications")

constexpr qsizetype messagesPerTransaction = 200; // each may mention a hundred people
constexpr auto readOnesAreKept = 24h * 90;
constexpr auto cleaningInterval = 1h;
constexpr int removedPerTransaction = 1'000;

constexpr int typeLength = 64;
constexpr int sourceIdLength = 256;
constexpr int titleLength = 256;
constexpr int bodyLength = 4'000;

MessageNotice noticeOf(const Message &message)
{
    MessageNotice notice{message.id, message.change, message.isEdited, {}};
    for (const Mention &mention : message.mentions)
        notice.mentioned.append(mention.userId);
    return notice;
}

Result<void> checkText(const QString &text, int minLength, int maxLength, const QString &pointer)
{
    if (text.size() < minLength || text.size() > maxLength || !isStorable(text))
        return fail(ErrorCode::InvalidField,
                    u"Must be text of %1 to %2 characters."_s.arg(minLength).arg(maxLength), pointer);
    return {};
}

Result<void> checkEvent(const EventNotice &event)
{
    if (event.userIds.isEmpty() || event.userIds.size() > Limits::groupMembers)
        return fail(ErrorCode::InvalidField, u"From 1 to %1 people."_s.arg(Limits::groupMembers),
                    u"/user_ids"_s);
    for (qsizetype i = 0; i < event.userIds.size(); ++i) {
        if (auto checked = checkText(event.userIds[i], 1, Limits::userIdLength, u"/user_ids/%1"_s.arg(i));
            !checked)
            return checked;
    }
    if (toJson(event.data).size() > Limits::metadataBytes || nestingDepth(event.data) > Limits::metadataDepth
        || !isStorable(QJsonValue(event.data)))
        return fail(ErrorCode::InvalidField, u"At most %1 bytes of JSON."_s.arg(Limits::metadataBytes),
                    u"/data"_s);
    return checkText(event.sourceId, 1, sourceIdLength, u"/source_id"_s)
        .and_then([&] { return checkText(event.type, 1, typeLength, u"/type"_s); })
        .and_then([&] { return checkText(event.title, 1, titleLength, u"/title"_s); })
        .and_then([&] { return checkText(event.body, 0, bodyLength, u"/body"_s); });
}

} // namespace

NotificationService::NotificationService(NotificationStore &store, Publisher &publisher,
                                         std::chrono::milliseconds retryAfter)
    : m_store(store)
    , m_publisher(publisher)
{
    m_retry.setInterval(retryAfter);
    m_retry.setSingleShot(true);
    QObject::connect(&m_retry, &QTimer::timeout, &m_retry, [this] { writeWaiting(); });
    m_cleaning.setInterval(cleaningInterval);
    QObject::connect(&m_cleaning, &QTimer::timeout, &m_cleaning, [this] { removeOld(now()); });
    m_cleaning.start();
}

void NotificationService::noteMessage(const Message &message)
{
    const bool concernsSomebody = !message.mentions.isEmpty() || (message.replyToId && !message.isEdited);
    if (message.type == MessageType::System || message.isDeleted || !concernsSomebody)
        return;
    m_waiting.append(noticeOf(message));
    if (!m_writing && !m_retry.isActive())
        writeWaiting();
}

// One transaction at a time; what comes meanwhile shares the next one.
QCoro::Task<void> NotificationService::writeWaiting()
{
    const Lifetime::Watch lifetime = m_lifetime.watch();
    m_writing = true;
    co_await flush();
    if (!lifetime.isOver())
        m_writing = false;
}

QCoro::Task<Result<void>> NotificationService::flush()
{
    const Lifetime::Watch lifetime = m_lifetime.watch();
    while (!m_waiting.isEmpty()) {
        const QList<MessageNotice> batch =
            m_waiting.first(std::min(m_waiting.size(), messagesPerTransaction));
        m_waiting.remove(0, batch.size());
        const auto made = co_await m_store.noteMessages(batch, now());
        if (lifetime.isOver())
            co_return Result<void>();
        if (made) {
            tell(*made);
        } else if (made.error().code == ErrorCode::Unavailable) {
            m_waiting = batch + m_waiting;
            m_retry.start();
            co_return fail(made.error());
        } else {
            qCWarning(lcNotifications).noquote()
                << "notifications_lost messages=" << batch.size() << "reason=" << made.error().detail;
        }
    }
    co_return Result<void>();
}

QCoro::Task<Result<void>> NotificationService::noteMissed()
{
    const auto notices = co_await m_store.newestNotices(now() - readOnesAreKept / 2);
    if (!notices)
        co_return fail(notices.error());
    m_waiting += *notices;
    co_return co_await flush();
}

QCoro::Task<Result<int>> NotificationService::notifyFromOutside(EventNotice event)
{
    if (auto checked = checkEvent(event); !checked)
        co_return fail(std::move(checked.error()));
    const auto made = co_await m_store.noteEvent(event, now());
    if (!made)
        co_return fail(made.error());
    tell(*made);
    co_return int(made->size());
}

void NotificationService::tell(const QList<UserNotification> &notifications)
{
    for (const UserNotification &one : notifications)
        m_publisher.publish({one.userId}, NewNotification{one.notification});
}

QCoro::Task<Result<NotificationPage>> NotificationService::list(Caller caller, int limit,
                                                                std::optional<qint64> before, bool unreadOnly)
{
    NotificationQuery query{caller.userId, limit, before, unreadOnly};
    co_return co_await m_store.page(query);
}

QCoro::Task<Result<void>> NotificationService::markRead(Caller caller, QString id)
{
    const Timestamp at = now();
    const auto marked = co_await m_store.markRead(caller.userId, id, at);
    if (!marked)
        co_return fail(marked.error());
    if (marked->changed)
        m_publisher.publish({caller.userId}, NotificationsRead{id, {}, marked->unreadCount, at},
                            caller.connection);
    co_return Result<void>();
}

QCoro::Task<Result<void>> NotificationService::markAllRead(Caller caller, std::optional<qint64> upTo)
{
    const Timestamp at = now();
    const auto marked = co_await m_store.markAllRead(caller.userId, upTo, at);
    if (!marked)
        co_return fail(marked.error());
    if (marked->changed)
        m_publisher.publish({caller.userId}, NotificationsRead{{}, marked->upTo, marked->unreadCount, at},
                            caller.connection);
    co_return Result<void>();
}

QCoro::Task<Result<int>> NotificationService::removeOld(Timestamp at)
{
    const Lifetime::Watch lifetime = m_lifetime.watch();
    int removed = 0;
    while (true) {
        const auto some = co_await m_store.removeReadBefore(at - readOnesAreKept, removedPerTransaction);
        if (!some)
            co_return fail(some.error());
        removed += *some;
        if (*some < removedPerTransaction || lifetime.isOver())
            co_return removed;
    }
}

} // namespace Hearth
