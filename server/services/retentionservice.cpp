// SPDX-License-Identifier: Apache-2.0
#include "services/retentionservice.h"

#include <QCoroTimer>
#include <QLoggingCategory>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(lcRetention, "hearth.retention")

constexpr auto shortestRest = 5ms;

// As long as the work before it took.
class Rest
{
public:
    [[nodiscard]] std::chrono::milliseconds length() const
    {
        const auto took = std::chrono::steady_clock::now() - m_begin;
        return std::max<std::chrono::milliseconds>(
            shortestRest, std::chrono::duration_cast<std::chrono::milliseconds>(took));
    }

private:
    const std::chrono::steady_clock::time_point m_begin = std::chrono::steady_clock::now();
};

} // namespace

RetentionService::RetentionService(RetentionStore &store, Publisher &publisher,
                                   std::optional<std::chrono::days> age, std::chrono::milliseconds interval)
    : m_store(store)
    , m_publisher(publisher)
    , m_age(age)
{
    m_timer.setInterval(interval);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { sweepAndLog(); });
}

void RetentionService::start()
{
    if (!m_age)
        return;
    m_timer.start();
    sweepAndLog();
}

void RetentionService::stop()
{
    m_stopped = true;
    m_timer.stop();
}

QCoro::Task<> RetentionService::sweepAndLog()
{
    const auto removed = co_await sweep();
    if (!removed && removed.error().code != ErrorCode::Conflict)
        qCWarning(lcRetention).noquote() << "sweep_failed reason=" << removed.error().detail;
    else if (removed && *removed > 0)
        qCInfo(lcRetention).nospace() << "messages_removed count=" << *removed;
}

QCoro::Task<Result<int>> RetentionService::sweep()
{
    if (!m_age)
        co_return 0;
    if (m_sweeping)
        co_return fail(ErrorCode::Conflict, u"A sweep is under way."_s);
    m_sweeping = true;
    auto removed = co_await sweepAll(now() - *m_age);
    if (removed && *removed > 0) {
        if (const auto given = co_await giveSpaceBack(); !given)
            removed = fail(given.error());
    }
    m_sweeping = false;
    co_return removed;
}

QCoro::Task<Result<int>> RetentionService::sweepAll(Timestamp before)
{
    int count = 0;
    std::optional<ConversationId> next = QString();
    while (next && !m_stopped) {
        const Rest rest;
        const auto old = co_await m_store.conversationsWithOlder(before, *next);
        if (!old)
            co_return fail(old.error());
        co_await QCoro::sleepFor(rest.length());
        for (const ConversationId &id : old->ids) {
            const auto removed = co_await sweepConversation(id, before);
            if (!removed)
                co_return fail(removed.error());
            count += *removed;
        }
        next = old->next;
    }
    co_return count;
}

QCoro::Task<Result<int>> RetentionService::sweepConversation(ConversationId id, Timestamp before)
{
    int count = 0;
    for (bool more = true; more && !m_stopped;) {
        const Rest rest;
        const auto removed = co_await m_store.removeOlder(id, before, now());
        if (!removed)
            co_return fail(removed.error());
        // Nothing is awaited before the members are told.
        if (removed->count > 0)
            m_publisher.publish(removed->members, ConversationUpdated{id, removed->change, removed->fields});
        count += removed->count;
        more = removed->mayBeMore;
        co_await QCoro::sleepFor(rest.length());
    }
    co_return count;
}

QCoro::Task<Result<void>> RetentionService::giveSpaceBack()
{
    for (bool more = true; more && !m_stopped;) {
        const Rest rest;
        const auto given = co_await m_store.giveSpaceBack();
        if (!given)
            co_return fail(given.error());
        more = *given;
        co_await QCoro::sleepFor(rest.length());
    }
    co_return Result<void>();
}

} // namespace Hearth
