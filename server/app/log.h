// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/config.h"

#include <QLoggingCategory>

namespace Hearth {

Q_DECLARE_LOGGING_CATEGORY(lcApp)

// Sends everything that is logged to standard error from now on, one line per event. A message reads
// `what happened key=value key="a value"`; in JSON the pairs become `fields`. Line breaks in values are
// escaped in both formats, so that nobody can forge a line.
void installLog(LogFormat format, LogLevel level);

[[nodiscard]] QByteArray formatLogLine(LogFormat format, QtMsgType type, const QString &category,
                                       const QString &message);

} // namespace Hearth
