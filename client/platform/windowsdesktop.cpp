// SPDX-License-Identifier: Apache-2.0
#include "platform/desktop.h"

#include <QCoreApplication>
#include <QDir>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QSettings>
#include <QWindow>

#include <shobjidl.h>
#include <wrl/client.h>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int overlaySize = 32;
constexpr QRgb overlayGround = 0xffc8322b;
constexpr int mostDigits = 99;

const QString runKey = QStringLiteral("HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Run");
const QString runName = QStringLiteral("Hearth");

// One argument as CommandLineToArgvW reads it; the name of a file holds no quotation marks there.
QString commandLineOf(const QStringList &command)
{
    QStringList quoted;
    for (const QString &argument : command)
        quoted << u'"' + QDir::toNativeSeparators(argument) + u'"';
    return quoted.join(u' ');
}

class RegistryAutostart : public Autostart
{
public:
    explicit RegistryAutostart(QStringList command)
        : m_command(std::move(command))
    { }

    [[nodiscard]] bool isEnabled() const override
    {
        return QSettings(runKey, QSettings::NativeFormat).contains(runName);
    }

    Result<void> setEnabled(bool enabled) override
    {
        QSettings run(runKey, QSettings::NativeFormat);
        if (enabled)
            run.setValue(runName, commandLineOf(m_command));
        else
            run.remove(runName);
        run.sync();
        if (run.status() != QSettings::NoError)
            return fail(
                ErrorCode::Internal,
                QCoreApplication::translate("RegistryAutostart", "The registry could not be changed."));
        return {};
    }

private:
    const QStringList m_command;
};

QImage overlay(int count)
{
    QImage image(overlaySize, overlaySize, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(overlayGround));
    painter.drawEllipse(image.rect());
    QFont font;
    font.setPixelSize(count > 9 ? 16 : 20);
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(image.rect(), Qt::AlignCenter, count > mostDigits ? u"99+"_s : QString::number(count));
    return image;
}

// A small picture over the button in the task bar.
class TaskbarBadge : public LauncherBadge
{
public:
    TaskbarBadge()
    {
        CoCreateInstance(CLSID_TaskbarList, nullptr, CLSCTX_INPROC_SERVER, IID_PPV_ARGS(&m_taskbar));
        if (m_taskbar && FAILED(m_taskbar->HrInit()))
            m_taskbar.Reset();
    }

    void setCount(int count) override
    {
        if (!m_taskbar)
            return;
        const HICON icon = count > 0 ? overlay(count).toHICON() : nullptr;
        const std::wstring spoken = QString::number(count).toStdWString();
        for (const QWindow *window : QGuiApplication::topLevelWindows()) {
            if (window->type() == Qt::Window && window->handle())
                m_taskbar->SetOverlayIcon(reinterpret_cast<HWND>(window->winId()), icon,
                                          icon ? spoken.c_str() : nullptr);
        }
        if (icon)
            DestroyIcon(icon); // the task bar keeps a copy
    }

private:
    Microsoft::WRL::ComPtr<ITaskbarList3> m_taskbar;
};

} // namespace

std::unique_ptr<Autostart> desktopAutostart(const QStringList &command)
{
    return std::make_unique<RegistryAutostart>(command);
}

std::unique_ptr<LauncherBadge> desktopBadge()
{
    return std::make_unique<TaskbarBadge>();
}

// Windows shows what comes from the tray icon as its own notifications.
std::unique_ptr<NotificationService> desktopNotifications()
{
    return nullptr;
}

} // namespace Hearth
