// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QUrl>

class QWidget;

namespace Hearth {

// In the browser or what else the desktop has for it; after a question where the text that stands for the
// link names another place than the one it leads to.
void openLink(const QUrl &url, const QString &visibleText, QWidget &parent);

} // namespace Hearth
