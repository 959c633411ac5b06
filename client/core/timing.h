// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "util/clock.h"

#include <functional>

namespace Hearth {

// The durations that the client lives by; protocol.md, Rules. Tests shorten them.
struct Timing {
    using ms = std::chrono::milliseconds;

    ms backoffFirst{1'000}; // doubles with each failure, full jitter
    ms backoffMax{30'000};
    ms connectTimeout{15'000}; // until `hello`
    ms requestTimeout{30'000}; // until an ack
    ms renewBefore{60'000}; // a token is renewed this long before it expires
    ms wakeTick{1'000};
    ms wakeJump{15'000}; // a wall clock that jumped further tells of a sleep
    ms retryAfter{1'000}; // when the server asks for a repetition and does not say when
    ms deliveredInterval{1'000}; // per conversation
    ms readInterval{500}; // per conversation
    ms typingInterval{3'000}; // between two typing.start
    ms typingExpiry{6'000};
    ms undoDelete{5'000}; // a deletion is sent this long after it was asked for

    std::function<Timestamp()> wallClock = now;
};

} // namespace Hearth
