// SPDX-License-Identifier: Apache-2.0
#include "api/allowance.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

// Rounded up: who waits that long is not refused again.
template<typename Unit>
qint64 wholeUnits(std::chrono::nanoseconds duration)
{
    return std::chrono::ceil<Unit>(duration).count();
}

} // namespace

Error Allowance::error() const
{
    const int ms = int(wholeUnits<std::chrono::milliseconds>(level.untilEnough));
    return {ErrorCode::RateLimited, u"Too many requests. Try again in %1 ms."_s.arg(ms), {}, ms};
}

void addRateLimitFields(HttpResponse &response, const Allowance &allowance)
{
    if (allowance.policy.isEmpty())
        return;
    using std::chrono::seconds;
    const QByteArray name = '"' + allowance.policy + '"';
    response.addHeader("RateLimit-Policy",
                       name + ";q=" + QByteArray::number(allowance.limit.burst)
                           + ";w=" + QByteArray::number(wholeUnits<seconds>(allowance.limit.window())));
    response.addHeader("RateLimit",
                       name + ";r=" + QByteArray::number(allowance.level.remaining)
                           + ";t=" + QByteArray::number(wholeUnits<seconds>(allowance.level.untilFull)));
}

} // namespace Hearth
