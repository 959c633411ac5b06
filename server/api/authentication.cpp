// SPDX-License-Identifier: Apache-2.0
#include "api/authentication.h"

#include "services/authservice.h"

#include <algorithm>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

// RFC 9110 section 11.1: the name of the scheme is compared regardless of case.
std::optional<QByteArray> bearerToken(const HttpRequest &request)
{
    constexpr QByteArrayView scheme("Bearer ");
    const auto isCredential = [](const auto &header) { return header.first == "authorization"; };
    const QByteArray value = request.header("authorization").trimmed();
    if (std::ranges::count_if(request.headers, isCredential) != 1
        || QByteArrayView(value)
                .first(std::min(value.size(), scheme.size()))
                .compare(scheme, Qt::CaseInsensitive)
            != 0)
        return std::nullopt;
    return value.mid(scheme.size()).trimmed();
}

} // namespace

Authenticate bearerAuthentication(AuthService &auth)
{
    return [&auth](HttpRequest request) -> QCoro::Task<Result<Caller>> {
        auto token = bearerToken(request);
        if (!token)
            co_return fail(ErrorCode::Unauthorized, u"Send a token as \"Authorization: Bearer …\"."_s);
        co_return co_await auth.authenticate(std::move(*token));
    };
}

} // namespace Hearth
