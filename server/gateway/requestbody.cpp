// SPDX-License-Identifier: Apache-2.0
#include "gateway/requestbody.h"

namespace Hearth {

QCoro::Task<Result<QByteArray>> RequestBody::read(std::shared_ptr<RequestBody> body)
{
    if (body->m_last)
        co_return *body->m_last;
    body->m_wanted = true;
    body->m_ask();
    Arrival arrival{*body};
    co_return co_await arrival;
}

void RequestBody::give(Result<QByteArray> piece)
{
    if (m_last)
        return;
    if (!piece || piece->isEmpty())
        m_last = piece;
    if (!std::exchange(m_wanted, false))
        return;
    m_piece = std::move(piece);
    if (const auto waiting = std::exchange(m_waiting, {}))
        waiting.resume();
}

void RequestBody::abandon()
{
    m_ask = [] {};
    give(fail(ErrorCode::Unavailable, QStringLiteral("The upload was cut off.")));
}

} // namespace Hearth
