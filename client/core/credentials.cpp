// SPDX-License-Identifier: Apache-2.0
#include "core/credentials.h"

#include "core/auth.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

Credentials::Credentials(Http &http, const Timing &timing, AuthTokens tokens)
    : m_http(http)
    , m_timing(timing)
{
    keep(std::move(tokens));
}

void Credentials::replace(AuthTokens tokens)
{
    keep(std::move(tokens));
    Q_EMIT changed(m_tokens);
}

std::optional<Timestamp> Credentials::renewAt() const
{
    if (!m_expiresAt || m_tokens.refreshToken.isEmpty())
        return std::nullopt;
    const Timing::ms lifetime = std::chrono::seconds(m_tokens.expiresIn);
    return *m_expiresAt - std::min(m_timing.renewBefore, lifetime / 3);
}

QCoro::Task<Result<QString>> Credentials::token()
{
    const bool old = m_expiresAt && m_timing.wallClock() >= *m_expiresAt;
    if (m_tokens.accessToken.isEmpty() || (old && !m_tokens.refreshToken.isEmpty()))
        co_return co_await renew(m_tokens.accessToken);
    co_return accessToken();
}

QCoro::Task<Result<QString>> Credentials::renew(QString refused)
{
    if (m_tokens.accessToken != refused)
        co_return accessToken(); // somebody else was faster
    if (m_renewing) {
        Answer<Result<QString>> answer;
        m_waiting.append(answer);
        co_return co_await answer;
    }
    if (m_tokens.refreshToken.isEmpty())
        co_return fail(ErrorCode::Unauthorized, u"Please sign in again."_s);

    m_renewing = true;
    const QString spent = m_tokens.refreshToken;
    auto renewed = co_await refreshWith(m_http, spent);
    m_renewing = false;
    Result<QString> result;
    if (m_tokens.refreshToken != spent) {
        result = accessToken(); // replaced in the meantime
    } else if (renewed) {
        keep(std::move(*renewed));
        Q_EMIT changed(m_tokens);
        result = accessToken();
    } else {
        result = fail(renewed.error());
    }
    finishRenewal(result);
    co_return result;
}

void Credentials::keep(AuthTokens tokens)
{
    m_tokens = std::move(tokens);
    m_expiresAt.reset();
    if (m_tokens.expiresIn > 0)
        m_expiresAt = m_timing.wallClock() + std::chrono::seconds(m_tokens.expiresIn);
}

void Credentials::finishRenewal(const Result<QString> &result)
{
    for (auto &answer : std::exchange(m_waiting, {}))
        answer.set(result);
}

} // namespace Hearth
