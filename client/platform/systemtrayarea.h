// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "platform/trayarea.h"

#include <QTimer>

#include <memory>

class QSystemTrayIcon;

namespace Hearth {

// Qt's tray icon: StatusNotifierItem or XEmbed, the notification area of Windows, the menu bar of macOS.
class SystemTrayArea : public TrayArea
{
    Q_OBJECT

public:
    explicit SystemTrayArea(QObject *parent = nullptr);
    ~SystemTrayArea() override;

    [[nodiscard]] bool isAvailable() const override { return m_available; }
    void setMenu(QMenu *menu) override;
    void setIcon(const QIcon &icon, const QString &tip) override;
    void showMessage(const QString &title, const QString &body) override;

private:
    void look();

    const std::unique_ptr<QSystemTrayIcon> m_icon;
    QTimer m_lookAgain;
    bool m_available = false;
};

} // namespace Hearth
