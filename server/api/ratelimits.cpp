// SPDX-License-Identifier: Apache-2.0
#include "api/ratelimits.h"

#include "services/addresskey.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

RateLimits::RateLimits(const RateLimitConfig &config)
    : m_userMessages{"user-messages", {config.userMessages, config.keysPerWindow}}
    , m_userRequests{"user-requests", {config.userRequests, config.keysPerWindow}}
    , m_deviceMessages{"device-messages", {config.deviceMessages, config.keysPerWindow}}
    , m_deviceRequests{"device-requests", {config.deviceRequests, config.keysPerWindow}}
    , m_addressRequests{"address-requests", {config.addressRequests, config.keysPerWindow}}
{ }

Allowance RateLimits::admit(const Caller &caller, RequestKind kind, Clock::time_point now)
{
    const bool message = kind == RequestKind::Message;
    std::vector<Use> uses{{message ? &m_userMessages : &m_userRequests, caller.userId}};
    if (caller.sessionId)
        uses.push_back({message ? &m_deviceMessages : &m_deviceRequests, *caller.sessionId});
    return admit(uses, kind, now);
}

Allowance RateLimits::admit(const QHostAddress &address, RequestKind kind, Clock::time_point now)
{
    return admit({{&m_addressRequests, addressKey(address.toString())}}, kind, now);
}

// All of them have to grant it before any of them is charged.
Allowance RateLimits::admit(const std::vector<Use> &uses, RequestKind kind, Clock::time_point now)
{
    if (kind == RequestKind::Free)
        return {};
    const double cost = kind == RequestKind::Light ? 0.25 : 1;
    for (const Use &use : uses) {
        const TokenBuckets &buckets = use.limit->buckets;
        if (buckets.limit().isOff())
            continue;
        if (Allowance asked{use.limit->name, buckets.limit(), buckets.level(use.key, cost, now)};
            asked.isRefused()) {
            ++use.limit->refused;
            return asked;
        }
    }
    Allowance closest;
    for (const Use &use : uses) {
        TokenBuckets &buckets = use.limit->buckets;
        if (buckets.limit().isOff())
            continue;
        buckets.take(use.key, cost, now);
        const BucketLevel left = buckets.level(use.key, 0, now);
        if (closest.policy.isEmpty() || left.remaining < closest.level.remaining)
            closest = {use.limit->name, buckets.limit(), left};
    }
    return closest;
}

std::vector<std::pair<QByteArray, quint64>> RateLimits::refusals() const
{
    std::vector<std::pair<QByteArray, quint64>> all;
    for (const Named *limit :
         {&m_userMessages, &m_userRequests, &m_deviceMessages, &m_deviceRequests, &m_addressRequests})
        all.emplace_back(limit->name, limit->refused);
    return all;
}

Authenticate limited(Authenticate authenticate, RateLimits &limits)
{
    return [authenticate = std::move(authenticate),
            &limits](HttpRequest request) -> QCoro::Task<Result<Caller>> {
        RateLimits *const counting = &limits; // what a lambda holds may be gone when it resumes
        const QHostAddress peer = request.peer;
        auto caller = co_await authenticate(std::move(request));
        const Allowance allowance =
            caller ? counting->admit(*caller, RequestKind::Other) : counting->admit(peer, RequestKind::Other);
        if (allowance.isRefused())
            co_return fail(allowance.error());
        co_return caller;
    };
}

} // namespace Hearth
