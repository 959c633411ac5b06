// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QString>

#include <chrono>

namespace Hearth {

// How often something may be done: `burst` times at once after a rest, `perSecond` in the long run.
struct RateLimit {
    double perSecond = 0; // 0: there is no limit
    int burst = 0; // 1 or more when there is one

    [[nodiscard]] bool isOff() const { return perSecond <= 0; }
    [[nodiscard]] std::chrono::nanoseconds interval() const; // between two in the long run
    [[nodiscard]] std::chrono::nanoseconds window() const; // in which an empty bucket becomes full

    bool operator==(const RateLimit &) const = default;
};

// What a bucket holds at one moment.
struct BucketLevel {
    int remaining = 0; // whole tokens
    std::chrono::nanoseconds untilFull{0};
    std::chrono::nanoseconds untilEnough{0}; // 0: there is enough for what was asked
};

// A token bucket that fills by itself. It is kept as the time when it will be full (the generic cell rate
// algorithm, ITU-T I.371): eight bytes, and nothing to be done while nobody asks.
class TokenBucket
{
public:
    using Clock = std::chrono::steady_clock;

    [[nodiscard]] BucketLevel level(const RateLimit &limit, double cost, Clock::time_point now) const;
    void take(const RateLimit &limit, double cost, Clock::time_point now);

private:
    Clock::time_point m_fullAt{};
};

// A bucket for each key. One that nobody has asked for a window's length is full, which is the same as none,
// so only keys of the last two windows are held, and of each window at most `keysPerWindow`; beyond that the
// older ones start afresh.
class TokenBuckets
{
public:
    using Clock = TokenBucket::Clock;

    TokenBuckets(const RateLimit &limit, qsizetype keysPerWindow);

    [[nodiscard]] const RateLimit &limit() const { return m_limit; }
    [[nodiscard]] BucketLevel level(const QString &key, double cost, Clock::time_point now) const;
    void take(const QString &key, double cost, Clock::time_point now);
    [[nodiscard]] qsizetype size() const { return m_recent.size() + m_older.size(); }

private:
    [[nodiscard]] TokenBucket find(const QString &key) const;

    const RateLimit m_limit;
    const qsizetype m_keysPerWindow;
    QHash<QString, TokenBucket> m_recent; // asked for in this window
    QHash<QString, TokenBucket> m_older; // and in the one before
    Clock::time_point m_windowEnd{};
};

} // namespace Hearth
