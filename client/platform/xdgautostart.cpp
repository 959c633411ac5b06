// SPDX-License-Identifier: Apache-2.0
#include "platform/xdgautostart.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

// An argument of the key Exec: Desktop Entry Specification 1.5, "The Exec key". Inside the quotation marks
// some characters need a backslash, the string type of the file doubles that, and a per cent sign begins a
// field code.
QString execArgument(QString argument)
{
    for (const QChar reserved : u"\\\"`$"_s)
        argument.replace(reserved, u"\\\\"_s + reserved);
    return u'"' + argument.replace(u'%', u"%%"_s) + u'"';
}

QByteArray autostartEntry(const QStringList &command)
{
    QStringList quoted;
    for (const QString &argument : command)
        quoted << execArgument(argument);
    return u"[Desktop Entry]\nType=Application\nName=Hearth\nExec=%1\nIcon=org.hearth.Hearth\n"
           "Terminal=false\nX-GNOME-Autostart-enabled=true\n"_s.arg(quoted.join(u' '))
               .toUtf8();
}

tl::unexpected<Error> notWritten(const QString &file, const QString &reason)
{
    return fail(ErrorCode::Internal,
                QCoreApplication::translate("XdgAutostart", "%1 could not be written: %2").arg(file, reason));
}

} // namespace

XdgAutostart::XdgAutostart(const QString &configFolder, QStringList command)
    : m_file(configFolder + "/autostart/org.hearth.Hearth.desktop"_L1)
    , m_command(std::move(command))
{ }

// Desktops switch an entry off by hiding it.
bool XdgAutostart::isEnabled() const
{
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QList<QByteArray> lines = file.readAll().split('\n');
    return !lines.contains("Hidden=true") && !lines.contains("X-GNOME-Autostart-enabled=false");
}

Result<void> XdgAutostart::setEnabled(bool enabled)
{
    if (!enabled) {
        QFile file(m_file);
        if (file.exists() && !file.remove())
            return notWritten(m_file, file.errorString());
        return {};
    }
    QDir().mkpath(QFileInfo(m_file).path());
    QSaveFile file(m_file);
    if (!file.open(QIODevice::WriteOnly) || file.write(autostartEntry(m_command)) < 0 || !file.commit())
        return notWritten(m_file, file.errorString());
    return {};
}

} // namespace Hearth
