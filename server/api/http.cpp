// SPDX-License-Identifier: Apache-2.0
#include "api/http.h"

#include "wire/requests.h"

#include <algorithm>

namespace Hearth {

QByteArray HttpRequest::header(QByteArrayView lowerCaseName) const
{
    for (const auto &[name, value] : headers) {
        if (name == lowerCaseName)
            return value;
    }
    return {};
}

bool isHarmlessId(const QString &id)
{
    const auto isSafe = [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'-'
            || c == u'_' || c == u'.';
    };
    return !id.isEmpty() && id.size() <= 64 && std::ranges::all_of(id, isSafe);
}

HttpResponse problem(const Error &error, const QString &requestId)
{
    HttpResponse response{httpStatus(error.code), "application/problem+json",
                          toJson(Problem{error, requestId})};
    if (error.retryAfterMs) // RFC 9110 section 10.2.3: whole seconds
        response.addHeader("Retry-After", QByteArray::number((*error.retryAfterMs + 999) / 1000));
    if (response.status == 401)
        response.addHeader("WWW-Authenticate", "Bearer"); // RFC 6750 section 3
    return response;
}

} // namespace Hearth
