// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/config.h"

#include <functional>

namespace Hearth {

struct Accounts;

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
int complain(const Error &error); // 1

// Opens the database and does the work of a command with it.
[[nodiscard]] int withAccounts(const Config &config, const std::function<int(Accounts &)> &work);

} // namespace Hearth
