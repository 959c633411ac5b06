// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLatin1StringView>
#include <QString>

#include <optional>

namespace Hearth {

// The catalogue of error codes. The wire name, the HTTP status and whether a retry can help are bound to
// each code in error.cpp; a code never changes its meaning, new ones are appended.
enum class ErrorCode {
    Unauthorized,
    TokenExpired,
    Forbidden,
    OriginForbidden,
    NotFound,
    MethodNotAllowed,
    InvalidJson,
    InvalidField,
    TooLarge,
    UnsupportedMediaType,
    Conflict,
    PreconditionFailed,
    IdempotencyMismatch,
    RateLimited,
    Blocked,
    Unavailable,
    Internal,
    UnknownType,
    TooFar,
};

// What went wrong, in the words that the other side gets to see. It never carries SQL, paths or secrets.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString detail; // one sentence for a person
    QString pointer = {}; // RFC 6901 pointer to the field at fault, or empty
    std::optional<int> retryAfterMs = {};

    bool operator==(const Error &) const = default;
};

[[nodiscard]] QLatin1StringView wireName(ErrorCode code);
[[nodiscard]] std::optional<ErrorCode> errorCodeFromWire(QStringView name);
[[nodiscard]] int httpStatus(ErrorCode code);
[[nodiscard]] QLatin1StringView title(ErrorCode code);

// True when the same request may succeed later without being changed.
[[nodiscard]] bool isRetryable(ErrorCode code);

} // namespace Hearth
