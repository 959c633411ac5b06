// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace Hearth {

// What a second start has to say to the program that runs: one line of JSON.
struct StartMessage {
    QString link; // hearth://…, or empty: only show yourself
    QString activationToken; // lets the window come to the front (XDG activation)

    bool operator==(const StartMessage &) const = default;
};

inline constexpr qsizetype startMessageBytes = 16 * 1024;

[[nodiscard]] QByteArray toLine(const StartMessage &message);
[[nodiscard]] std::optional<StartMessage>
startMessageFrom(const QByteArray &line); // nothing: not one of ours

} // namespace Hearth
