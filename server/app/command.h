// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/config.h"

#include <QCommandLineParser>

#include <functional>

namespace Hearth {

inline constexpr int misuse = 2; // exit code

// A sub-command of hearth-server.
struct Command {
    QString name; // one or two words
    QString argument; // what follows the name, or empty
    QString summary;
    QList<QCommandLineOption> options;
    std::function<int(const Config &, const QCommandLineParser &)> run;
    // Settings that cannot be read end every other command before it runs.
    std::function<int(const Error &, const QCommandLineParser &)> runWithoutConfig = {};
};

// Those for accounts and invites, as an administrator has them over REST.
[[nodiscard]] QList<Command> accountCommands();

// Those for operating a server: doctor, backup, restore, compact …
[[nodiscard]] QList<Command> operatingCommands();

} // namespace Hearth
