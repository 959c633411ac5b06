// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/clientsettings.h"

class QCoreApplication;

namespace Hearth {

// How the program was started.
struct CommandLine {
    QString dataDir; // exists
    std::optional<QUrl> server = {};
    QString username;
    std::optional<QString> password = {}; // from standard input: arguments are seen by everybody
    std::optional<AppearanceChoice> appearance = {};
    bool hidden = false; // in the tray, if there is one
    QString link; // hearth://…
};

// Prints what was asked for (--help, --version) or what is wrong, and ends the program, when it cannot go on.
[[nodiscard]] CommandLine parseCommandLine(const QCoreApplication &app);

} // namespace Hearth
