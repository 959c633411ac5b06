// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/http.h"
#include "api/tokenbucket.h"

namespace Hearth {

// What a request counts as.
enum class RequestKind {
    Free, // health checks
    Light, // typing, presence, receipts, pings: a quarter of a request
    Other,
    Message,
};

// The limit that a request came closest to, and what is left of it.
struct Allowance {
    QByteArray policy = {}; // the limit's name; empty: none holds
    RateLimit limit = {};
    BucketLevel level = {};

    [[nodiscard]] bool isRefused() const { return level.untilEnough > std::chrono::nanoseconds(0); }
    [[nodiscard]] Error error() const; // rate_limited, with the time after which it can be granted
};

// The fields RateLimit-Policy and RateLimit (draft-ietf-httpapi-ratelimit-headers-10).
void addRateLimitFields(HttpResponse &response, const Allowance &allowance);

} // namespace Hearth
