// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <atomic>
#include <coroutine>
#include <optional>

namespace Hearth {

// What Handover<T> is but for its value.
class HandoverBase : private QObject
{
public:
    // Continues now whoever waits on this thread for an answer that is there, in the order of the answers;
    // otherwise the event loop does.
    static void deliver();

protected:
    HandoverBase() = default;
    void post(); // on the other thread; the last that it does with this object
    void wait(std::coroutine_handle<> coroutine);
    [[nodiscard]] bool hasArrived() const { return m_arrived; }

private:
    bool event(QEvent *event) override;

    // Qt's event queue synchronises what it carries, but no sanitizer sees that in a Qt that is not built for
    // it. This says the same in a way that it sees, and is true before the event is posted.
    std::atomic<bool> m_answered = false;
    bool m_arrived = false; // this and the rest belong to the thread that waits
    std::coroutine_handle<> m_waiting = {};
};

// The answer of another thread to the coroutine that waits for it with co_await. The coroutine is resumed by
// the event loop of the thread on which this was made, never by the one that answers; answers are continued
// in the order in which they were given. It stands in the frame of the coroutine, which must await it once
// the other thread may answer: the frame stays until the answer has arrived, so the other thread may use what
// else is in it up to then.
template<typename T>
class Handover final : public HandoverBase
{
public:
    // Once, on any thread. The coroutine may have ended before this returns.
    void set(T value)
    {
        m_value.emplace(std::move(value));
        post();
    }

    [[nodiscard]] auto operator co_await() { return Awaiter{*this}; }

private:
    // What co_await works with may be copied, a Handover may not.
    struct Awaiter {
        Handover &answer;

        bool await_ready() const { return answer.hasArrived(); }
        void await_suspend(std::coroutine_handle<> coroutine) const { answer.wait(coroutine); }
        T await_resume() const { return std::move(*answer.m_value); }
    };

    std::optional<T> m_value;
};

} // namespace Hearth
