// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "platform/colorscheme.h"

#include <QDBusVariant>

namespace Hearth {

// Follows what the desktop portal (org.freedesktop.portal.Settings) says of colours, contrast and motion
// live. Until the portal answers, and where there is none, the palette that the platform gave the application
// decides: make this object before a palette of our own is set.
class DesktopColorScheme : public ColorScheme
{
    Q_OBJECT

public:
    explicit DesktopColorScheme(QObject *parent = nullptr);

private Q_SLOTS:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void askPortal(const QString &group, const QString &key);
    void apply(const QString &group, const QString &key, const QVariant &value);

    const bool m_darkPalette;
};

} // namespace Hearth
