// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QUrl>

namespace Hearth {

// The address as it may be opened: http and https with a host, mailto, and links to what is in hearth.
// Anything else: empty.
[[nodiscard]] QString safeUrl(const QString &href);

// True when the text that stands for a link names another host than the one it leads to, or when the address
// hides its host behind a user name: worth a question before opening it.
[[nodiscard]] bool isMisleading(const QString &visibleText, const QUrl &url);

} // namespace Hearth
