// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoroTask>
#include <QTest>

namespace Hearth::Test {

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
