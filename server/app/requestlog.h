// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/frames.h"
#include "api/router.h"

namespace Hearth {

// One line for each request and frame: a warning when the server failed (5xx) or took longer than a second,
// otherwise for who debugs. It names the route's pattern, never the path, a header or a body; the id of a
// frame is its client's text and is told only when it is harmless. Of a flood of warnings the first of each
// second are written, and then how many were left out: a server that has too much to do must not spend itself
// on saying so.
class RequestLog
{
public:
    using Clock = std::chrono::steady_clock;
    static constexpr int warningsPerSecond = 50;

    void note(const HandledRequest &request, Clock::time_point now = Clock::now());
    void note(const HandledFrame &frame, Clock::time_point now = Clock::now());

private:
    enum class Outcome { Answered, Slow, Failed };
    static Outcome outcome(bool failed, std::chrono::nanoseconds duration);
    static void write(Outcome outcome, std::chrono::nanoseconds duration, const QString &what,
                      const QString &fields);
    [[nodiscard]] bool wants(Outcome outcome, Clock::time_point now);

    Clock::time_point m_second = {}; // when it began
    int m_warnings = 0; // in it
};

} // namespace Hearth
