// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/devicespage.h"

#include "core/devices.h"
#include "core/session.h"
#include "models/phrases.h"
#include "ui/paint.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>

namespace Hearth {

namespace {

constexpr int deviceHeight = 40; // with a button or without one

// As it writes itself; one that is not known, as it was told.
QString platformName(const QString &platform)
{
    static const QHash<QString, QString> names{{QStringLiteral("linux"), QStringLiteral("Linux")},
                                               {QStringLiteral("android"), QStringLiteral("Android")},
                                               {QStringLiteral("windows"), QStringLiteral("Windows")},
                                               {QStringLiteral("macos"), QStringLiteral("macOS")},
                                               {QStringLiteral("ios"), QStringLiteral("iOS")}};
    return names.value(platform, platform);
}

QLabel *plainLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

DevicesPage::DevicesPage(Session &session, Theme &theme, QWidget *parent)
    : SettingsPage(tr("Devices"), theme, parent)
    , m_session(session)
    , m_list(new QWidget(this))
{
    m_lines = new QVBoxLayout(m_list);
    m_lines->setContentsMargins(0, 8, 0, 0);
    m_lines->setSpacing(12);
    addRow(m_list,
           {tr("Where you are signed in"), tr("sessions computers phones revoke sign out remote security")});
}

void DevicesPage::showEvent(QShowEvent *event)
{
    SettingsPage::showEvent(event);
    load();
}

QCoro::Task<void> DevicesPage::load()
{
    const QPointer<DevicesPage> self(this);
    const auto devices = co_await m_session.devices().list();
    if (!self)
        co_return;
    showError(devices ? QString() : tr("The devices are not known. %1").arg(devices.error().detail));
    if (devices)
        fill(*devices);
}

void DevicesPage::fill(const QList<SessionInfo> &devices)
{
    while (QLayoutItem *line = m_lines->takeAt(0)) {
        line->widget()->deleteLater(); // it may be the button that was pressed
        line->widget()->hide();
        delete line;
    }
    for (const SessionInfo &device : devices)
        m_lines->addWidget(makeDevice(device));
}

QWidget *DevicesPage::makeDevice(const SessionInfo &device)
{
    auto *box = new QWidget(m_list);
    box->setObjectName(QStringLiteral("device-") + device.id);
    const QString name = device.deviceName.isEmpty() ? tr("A device without a name") : device.deviceName;
    const QString used = shortTime(device.lastUsedAt, QDateTime::currentDateTime(), QLocale());
    QStringList facts{platformName(device.platform), device.ip,
                      device.current ? tr("This device") : tr("Last used: %1").arg(used)};
    facts.removeAll(QString());
    QLabel *about = plainLabel(facts.join(QStringLiteral(" · ")), box);
    about->setForegroundRole(QPalette::PlaceholderText);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(plainLabel(name, box));
    texts->addWidget(about);
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins({});
    layout->addLayout(texts, 1);
    layout->setAlignment(texts, Qt::AlignVCenter);
    box->setMinimumHeight(scaled(deviceHeight, font()));
    if (device.current)
        return box;
    auto *end = new QPushButton(tr("Sign out"), box);
    end->setAutoDefault(false);
    end->setAccessibleName(tr("Sign out %1").arg(name));
    layout->addWidget(end, 0, Qt::AlignVCenter);
    connect(end, &QPushButton::clicked, this, [this, end, id = device.id] {
        end->setEnabled(false);
        signOut(id);
    });
    return box;
}

QCoro::Task<void> DevicesPage::signOut(SessionId device)
{
    const QPointer<DevicesPage> self(this);
    const auto done = co_await m_session.devices().signOut(device);
    if (!self)
        co_return;
    co_await load();
    if (self && !done)
        showError(tr("The device was not signed out. %1").arg(done.error().detail));
}

} // namespace Hearth
