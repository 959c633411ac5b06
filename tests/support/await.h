// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoroTask>
#include <QTest>

namespace Hearth::Test {

// Waits for a task in a test; the time limit is that of the test.
template<typename T>
[[nodiscard]] T await(QCoro::Task<T> task)
{
    return QCoro::waitFor(std::move(task));
}

} // namespace Hearth::Test
