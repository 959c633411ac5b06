// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/config.h"

#include <functional>
#include <vector>

namespace Hearth {

// One thing that can be set. The flag, the variable and the YAML key are bound to it here and nowhere else.
struct Setting {
    enum class Flag { Yes, No };

    QString key; // in YAML, dotted: "auth.jwt_secret"
    QString name; // "jwt-secret": --jwt-secret and HEARTH_JWT_SECRET
    QString placeholder; // what --help shows for the value
    QString byDefault; // read as if it had been given; empty: the setting stays as it is
    QString help;
    std::function<QString(Config &, const QString &text)> assign; // what is wrong with the text, or nothing
    Flag flag = Flag::Yes; // No: secrets, which every user of the machine would see in the process list
    QStringList otherKeys = {}; // by which the Go service that Hearth replaces calls it

    [[nodiscard]] bool isCalled(const QString &dottedKey) const;
    [[nodiscard]] QString variable() const;

    // MESSAGING_* for the key and for the other keys; HEARTH_* wins over them.
    [[nodiscard]] QStringList otherVariables() const;
};

[[nodiscard]] const std::vector<Setting> &settings();

// Their parts, each in a file of its own.
[[nodiscard]] std::vector<Setting> serverSettings(); // with database, retention and log
[[nodiscard]] std::vector<Setting> accountSettings();
[[nodiscard]] std::vector<Setting> fileSettings();
[[nodiscard]] std::vector<Setting> httpSettings(); // with TLS, metrics and rate limits

} // namespace Hearth
