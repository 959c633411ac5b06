// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>
#include <optional>

namespace Hearth {

// A moment in UTC with the resolution of the wire and of the database: one millisecond.
using Timestamp = std::chrono::sys_time<std::chrono::milliseconds>;

[[nodiscard]] Timestamp now();

[[nodiscard]] constexpr qint64 toMs(Timestamp t)
{
    return t.time_since_epoch().count();
}

[[nodiscard]] constexpr Timestamp fromMs(qint64 ms)
{
    return Timestamp(std::chrono::milliseconds(ms));
}

// RFC 3339 section 5.6 in UTC, always with three digits of a second: 2026-01-31T09:05:00.042Z.
// The years 0 to 9999 have a form; a moment outside them is shown as the nearest that has.
[[nodiscard]] QByteArray toRfc3339(Timestamp t);

// Accepts any RFC 3339 date-time (offsets, other fractions; a leap second counts as the second before it);
// digits below a millisecond are dropped.
[[nodiscard]] std::optional<Timestamp> fromRfc3339(QStringView text);

} // namespace Hearth
