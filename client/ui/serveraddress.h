// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "util/result.h"

#include <QUrl>

namespace Hearth {

// The address that a person typed, as a URL without a path at its end. Without a scheme it is https, but for
// this computer itself http and port 9097: a password never crosses a network in the clear by our choice.
// InvalidField: there is no such address.
[[nodiscard]] Result<QUrl> parseServerAddress(const QString &text);

} // namespace Hearth
