// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/database.h"
#include "storage/searchrequest.h"

// What stands in the index for a message: its words, and marks for everything else that can be asked for. A
// mark begins with a character that no word has.
namespace Hearth::SearchTokens {

using Backend = DatabaseConfig::Backend;

// The key of a message in the index, which sorts by time: the first that a message of this time may have.
inline constexpr int numbersPerMs = 4'096;
[[nodiscard]] constexpr qint64 firstNumber(Timestamp at)
{
    return toMs(at) * numbersPerMs;
}

// PostgreSQL's index gives all that is found, in no order, so messages also carry which windows of time they
// are of: from some 17 minutes to a year, by the power of two of their milliseconds.
inline constexpr std::array windowShifts{20, 25, 30, 35};

[[nodiscard]] QString everything(); // every message has it
[[nodiscard]] QString mark(SearchMark mark);
[[nodiscard]] QString conversation(int number);
[[nodiscard]] QString sender(const UserId &user);
[[nodiscard]] QString mention(const UserId &user);
[[nodiscard]] QString window(size_t level, qint64 index); // level: of windowShifts

// The tokens of a message as the index takes them.
[[nodiscard]] QString document(const Message &message, int conversation, Backend backend);

// The same text for the same tokens only; 63 bits.
[[nodiscard]] qint64 digest(const QString &document);

} // namespace Hearth::SearchTokens
