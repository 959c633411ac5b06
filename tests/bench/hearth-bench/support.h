// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace Hearth::Bench {

using Clock = std::chrono::steady_clock;
using TimePoint = Clock::time_point;

// Says what is wrong and ends the program with status 2: a benchmark has nothing to save.
[[noreturn]] void fatal(const std::string &what);

[[nodiscard]] std::string readFile(const std::string &path);

// A compact HS256 token for `userId` that is valid for a day (RFC 7519).
[[nodiscard]] std::string mintToken(const std::string &userId, const std::string &secret);

// The raw value of a member of a JSON object: text without its quotes and with its escapes, anything else
// as it stands; empty when there is none. Trusts the server to write JSON, without blanks.
[[nodiscard]] std::string_view jsonMember(std::string_view object, std::string_view name);

// The raw elements of a JSON array.
[[nodiscard]] std::vector<std::string_view> jsonElements(std::string_view array);

// 0 for what is no number.
[[nodiscard]] uint64_t jsonNumber(std::string_view value);

[[nodiscard]] Clock::duration fromSeconds(double count);
[[nodiscard]] double seconds(Clock::duration span);

} // namespace Hearth::Bench
