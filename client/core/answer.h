// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <coroutine>
#include <memory>
#include <optional>

namespace Hearth {

// A value that one coroutine waits for with co_await. set() resumes it there and then, on the thread of the
// caller, so that what was answered first is also continued first. Copies share the value.
template<typename T>
class Answer
{
public:
    // Only the first value counts.
    void set(T value)
    {
        const auto state = m_state; // resuming may destroy this object
        if (state->value || state->taken)
            return;
        state->value.emplace(std::move(value));
        if (auto waiting = std::exchange(state->waiting, nullptr))
            waiting.resume();
    }

    [[nodiscard]] bool await_ready() const noexcept { return state().value.has_value(); }
    void await_suspend(std::coroutine_handle<> coroutine) noexcept
    {
        Q_ASSERT(!state().waiting);
        state().waiting = coroutine;
    }
    T await_resume()
    {
        state().taken = true;
        T value = std::move(*state().value);
        state().value.reset();
        return value;
    }

private:
    struct State {
        std::optional<T> value;
        std::coroutine_handle<> waiting;
        bool taken = false;
    };
    State &state() const { return *m_state; }

    std::shared_ptr<State> m_state = std::make_shared<State>();
};

} // namespace Hearth
