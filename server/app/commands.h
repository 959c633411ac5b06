// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/config.h"

namespace Hearth {

// The administrator's commands. Each says on standard error what went wrong and returns the exit code.

[[nodiscard]] int migrateUp(const Config &config);
[[nodiscard]] int showMigrations(const Config &config);
[[nodiscard]] int addUser(const Config &config, RegisterRequest account,
                          bool admin); // password: standard input
[[nodiscard]] int listUsers(const Config &config);
[[nodiscard]] int issueToken(const Config &config, const QString &username, std::chrono::seconds lifetime);

// "90s", "15m", "24h", "7d".
[[nodiscard]] std::optional<std::chrono::seconds> parseLifetime(const QString &text);

void print(const QString &text); // to standard output
int complain(const QString &what, int exitCode); // to standard error; returns the exit code

} // namespace Hearth
