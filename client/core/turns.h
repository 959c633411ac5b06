// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/answer.h"

#include <QCoroTask>
#include <QList>

namespace Hearth {

// So many at a time; who asks first goes first. Whoever took a turn gives it back.
class Turns
{
public:
    explicit Turns(int atOnce)
        : m_free(atOnce)
    { }

    QCoro::Task<void> take()
    {
        if (m_free > 0) {
            --m_free;
            co_return;
        }
        Answer<bool> turn;
        m_waiting.append(turn);
        co_await turn;
    }

    void give()
    {
        if (m_waiting.isEmpty())
            ++m_free;
        else
            m_waiting.takeFirst().set(true);
    }

    // Everybody goes on at once, to find that there is nothing left to do.
    void cancel()
    {
        for (auto &turn : std::exchange(m_waiting, {}))
            turn.set(true);
    }

private:
    int m_free;
    QList<Answer<bool>> m_waiting;
};

} // namespace Hearth
