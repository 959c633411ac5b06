// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session.h"
#include "support/fakeserver.h"

#include <QTest>

namespace Hearth::Test {

// Durations for tests: short where they are waited for, long where they must not interfere.
[[nodiscard]] inline Timing quick()
{
    Timing timing;
    timing.backoffFirst = timing.backoffMax = Timing::ms(20);
    timing.retryAfter = Timing::ms(10);
    timing.deliveredInterval = Timing::ms(20);
    timing.readInterval = Timing::ms(20);
    timing.wakeTick = Timing::ms(10);
    return timing;
}

[[nodiscard]] inline AuthTokens tokensOf(const QString &access, const QString &refresh = {})
{
    AuthTokens tokens;
    tokens.accessToken = access;
    tokens.refreshToken = refresh;
    return tokens;
}

// Waits for a task in a test.
template<typename T>
[[nodiscard]] T await(QCoro::Task<T> task)
{
    std::optional<T> result;
    auto done = [](QCoro::Task<T> task, std::optional<T> &result) -> QCoro::Task<void> {
        result = co_await task;
    }(std::move(task), result);
    if (!QTest::qWaitFor([&result] { return result.has_value(); }, 20'000))
        qFatal("a task did not finish");
    return std::move(*result);
}

} // namespace Hearth::Test
