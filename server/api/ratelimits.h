// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/router.h"
#include "api/tokenbucket.h"

namespace Hearth {

// What clients may ask for in a time. The limits of a device hold besides those of its user, so that one that
// runs wild leaves something to the others.
struct RateLimitConfig {
    RateLimit userMessages{20, 200};
    RateLimit userRequests{50, 300}; // all but messages
    RateLimit deviceMessages{};
    RateLimit deviceRequests{};
    RateLimit addressRequests{5, 30}; // without a valid token
    qsizetype keysPerWindow = 65'536; // of each limit; bounds the memory
};

// Counts requests of both kinds, REST and frames, against the limits of whoever makes them. A request that is
// refused costs nothing and has had no effect. All on the main thread.
class RateLimits
{
public:
    using Clock = TokenBucket::Clock;

    explicit RateLimits(const RateLimitConfig &config = {});

    [[nodiscard]] Allowance admit(const Caller &caller, RequestKind kind,
                                  Clock::time_point now = Clock::now());

    // For requests that nobody is known to make. An IPv6 address counts with the others of its /64, which one
    // customer has as a whole (RFC 6177 section 2).
    [[nodiscard]] Allowance admit(const QHostAddress &address, RequestKind kind,
                                  Clock::time_point now = Clock::now());

    // For metrics: the name of each limit and how many requests it has refused.
    [[nodiscard]] std::vector<std::pair<QByteArray, quint64>> refusals() const;

private:
    struct Named {
        QByteArray name;
        TokenBuckets buckets;
        quint64 refused = 0;
    };
    struct Use {
        Named *limit;
        QString key;
    };
    [[nodiscard]] static Allowance admit(const std::vector<Use> &uses, RequestKind kind,
                                         Clock::time_point now);

    Named m_userMessages;
    Named m_userRequests;
    Named m_deviceMessages;
    Named m_deviceRequests;
    Named m_addressRequests;
};

// `authenticate`, which refuses with rate_limited who asks too often; without a valid token the address
// counts. For WebSocket upgrades.
[[nodiscard]] Authenticate limited(Authenticate authenticate, RateLimits &limits);

} // namespace Hearth
