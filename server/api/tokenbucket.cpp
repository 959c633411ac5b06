// SPDX-License-Identifier: Apache-2.0
#include "api/tokenbucket.h"

#include <algorithm>

namespace Hearth {

using std::chrono::nanoseconds;

namespace {

nanoseconds times(nanoseconds interval, double count)
{
    return nanoseconds(qint64(double(interval.count()) * count));
}

} // namespace

nanoseconds RateLimit::interval() const
{
    return isOff() ? nanoseconds(0) : nanoseconds(qint64(1e9 / perSecond));
}

nanoseconds RateLimit::window() const
{
    return interval() * burst;
}

BucketLevel TokenBucket::level(const RateLimit &limit, double cost, Clock::time_point now) const
{
    const nanoseconds missing = std::max(m_fullAt - now, nanoseconds(0));
    const nanoseconds lacking = missing + times(limit.interval(), cost) - limit.window();
    BucketLevel level;
    level.remaining = limit.isOff() ? 0 : int((limit.window() - missing) / limit.interval());
    level.untilFull = missing;
    level.untilEnough = std::max(lacking, nanoseconds(0));
    return level;
}

void TokenBucket::take(const RateLimit &limit, double cost, Clock::time_point now)
{
    m_fullAt = std::max(m_fullAt, now) + times(limit.interval(), cost);
}

TokenBuckets::TokenBuckets(const RateLimit &limit, qsizetype keysPerWindow)
    : m_limit(limit)
    , m_keysPerWindow(keysPerWindow)
{ }

BucketLevel TokenBuckets::level(const QString &key, double cost, Clock::time_point now) const
{
    return find(key).level(m_limit, cost, now);
}

void TokenBuckets::take(const QString &key, double cost, Clock::time_point now)
{
    if (now >= m_windowEnd || (m_recent.size() >= m_keysPerWindow && !m_recent.contains(key))) {
        m_older = std::exchange(m_recent, {});
        m_windowEnd = now + m_limit.window();
    }
    TokenBucket bucket = find(key);
    bucket.take(m_limit, cost, now);
    m_recent.insert(key, bucket);
}

TokenBucket TokenBuckets::find(const QString &key) const
{
    const auto recent = m_recent.constFind(key);
    return recent != m_recent.cend() ? *recent : m_older.value(key);
}

} // namespace Hearth
