// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "platform/autostart.h"

#include <QStringList>

namespace Hearth {

// A desktop file in the folder "autostart" of the person's configuration: XDG Desktop Application Autostart
// Specification 0.5.
class XdgAutostart : public Autostart
{
public:
    XdgAutostart(const QString &configFolder, QStringList command); // the program, and what it is told

    [[nodiscard]] bool isEnabled() const override;
    Result<void> setEnabled(bool enabled) override;

private:
    const QString m_file;
    const QStringList m_command;
};

} // namespace Hearth
