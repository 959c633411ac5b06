// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/answer.h"
#include "core/timing.h"

#include <QCoroTask>
#include <QObject>
#include <QTimer>

namespace Hearth {

// Waiting in a coroutine that ends early with cancel(), so that no coroutine outlives what it works for.
class Pauses : public QObject
{
public:
    QCoro::Task<void> wait(Timing::ms duration)
    {
        Answer<bool> over;
        m_waiting.append(over);
        QTimer::singleShot(duration, this, [over]() mutable { over.set(true); });
        co_await over;
    }

    void cancel()
    {
        for (auto &over : std::exchange(m_waiting, {}))
            over.set(true);
    }

private:
    QList<Answer<bool>> m_waiting;
};

} // namespace Hearth
