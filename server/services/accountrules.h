// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "util/result.h"
#include "wire/requests.h"

namespace Hearth {

// What an account may be called and how it is protected; invalid_field with the pointer of the field.
// Username: 1 to 64 letters, digits, '.', '_' and '-', the first a letter or digit. Password: 8 to 256 code
// points. Display name: 1 to 128 characters. E-mail: something around one '@', at most 254 characters.
[[nodiscard]] Result<void> checkAccount(const RegisterRequest &account);

[[nodiscard]] Result<void> checkUsername(const QString &name);
[[nodiscard]] Result<void> checkPassword(const QString &password, const QString &pointer);
[[nodiscard]] Result<void> checkDisplayName(const QString &name);
[[nodiscard]] Result<void> checkEmail(const QString &address);

} // namespace Hearth
