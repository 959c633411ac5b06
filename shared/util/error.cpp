// SPDX-License-Identifier: Apache-2.0
#include "util/error.h"

#include <array>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Entry {
    ErrorCode code;
    QLatin1StringView wire;
    int status;
    bool retryable;
    QLatin1StringView title;
};

constexpr std::array catalogue{
    Entry{ErrorCode::Unauthorized, "unauthorized"_L1, 401, false, "Sign-in required"_L1},
    Entry{ErrorCode::TokenExpired, "token_expired"_L1, 401, false, "Token expired"_L1},
    Entry{ErrorCode::Forbidden, "forbidden"_L1, 403, false, "Not allowed"_L1},
    Entry{ErrorCode::OriginForbidden, "origin_forbidden"_L1, 403, false, "Origin not allowed"_L1},
    Entry{ErrorCode::NotFound, "not_found"_L1, 404, false, "Not found"_L1},
    Entry{ErrorCode::MethodNotAllowed, "method_not_allowed"_L1, 405, false, "Method not allowed"_L1},
    Entry{ErrorCode::InvalidJson, "invalid_json"_L1, 400, false, "Invalid JSON"_L1},
    Entry{ErrorCode::InvalidField, "invalid_field"_L1, 422, false, "Invalid field"_L1},
    Entry{ErrorCode::TooLarge, "too_large"_L1, 413, false, "Too large"_L1},
    Entry{ErrorCode::UnsupportedMediaType, "unsupported_media_type"_L1, 415, false,
          "Unsupported media type"_L1},
    Entry{ErrorCode::Conflict, "conflict"_L1, 409, false, "Conflict"_L1},
    Entry{ErrorCode::PreconditionFailed, "precondition_failed"_L1, 412, false, "Precondition failed"_L1},
    Entry{ErrorCode::IdempotencyMismatch, "idempotency_mismatch"_L1, 422, false,
          "Same key, another request"_L1},
    Entry{ErrorCode::RateLimited, "rate_limited"_L1, 429, true, "Too many requests"_L1},
    Entry{ErrorCode::Blocked, "blocked"_L1, 403, false, "Blocked"_L1},
    Entry{ErrorCode::Unavailable, "unavailable"_L1, 503, true, "Temporarily unavailable"_L1},
    Entry{ErrorCode::Internal, "internal"_L1, 500, false, "Internal error"_L1},
    Entry{ErrorCode::UnknownType, "unknown_type"_L1, 400, false, "Unknown frame type"_L1},
    Entry{ErrorCode::TooFar, "too_far"_L1, 409, false, "Too far behind"_L1},
};

// The catalogue is indexed by the enumerator, so the two must list the codes in the same order.
constexpr bool isInEnumOrder()
{
    for (size_t i = 0; i < catalogue.size(); ++i) {
        if (static_cast<size_t>(catalogue[i].code) != i)
            return false;
    }
    return catalogue.size() == static_cast<size_t>(ErrorCode::TooFar) + 1;
}
static_assert(isInEnumOrder());

const Entry &entry(ErrorCode code)
{
    return catalogue[static_cast<size_t>(code)];
}

} // namespace

QLatin1StringView wireName(ErrorCode code)
{
    return entry(code).wire;
}

std::optional<ErrorCode> errorCodeFromWire(QStringView name)
{
    for (const Entry &e : catalogue) {
        if (e.wire == name)
            return e.code;
    }
    return std::nullopt;
}

int httpStatus(ErrorCode code)
{
    return entry(code).status;
}

QLatin1StringView title(ErrorCode code)
{
    return entry(code).title;
}

bool isRetryable(ErrorCode code)
{
    return entry(code).retryable;
}

} // namespace Hearth
