// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/http.h"

namespace Hearth {

// What of a request its answer depends on.
struct AnswerContext {
    QString requestId;
    QByteArray corsOrigin; // allowed to read the answer; empty: none asked, or not allowed
    bool variesByOrigin = false;
    bool isPrivate = false; // must not be kept by caches
    bool headOnly = false;
    bool closes = false;
    int hstsSeconds = 0; // Strict-Transport-Security (RFC 6797); 0: none
};

// The bytes of an HTTP/1.1 answer (RFC 9112 section 6), but for a body that is streamed.
[[nodiscard]] QByteArray toBytes(const HttpResponse &response, const AnswerContext &context);

// A problem document (RFC 9457) for what goes wrong before a route is found; `status` may be one that no
// error code stands for.
[[nodiscard]] HttpResponse refusal(int status, ErrorCode code, const QString &detail,
                                   const QString &requestId);

// The answer to a CORS preflight from an allowed origin.
[[nodiscard]] HttpResponse preflight();

// The client's X-Request-ID when it is 1 to 64 characters that are safe in headers and logs, else a new one.
[[nodiscard]] QString requestIdOf(const HttpRequest &request);

} // namespace Hearth
