// SPDX-License-Identifier: Apache-2.0
#include "ui/desktop/tray.h"

#include "models/conversationrow.h"
#include "platform/trayarea.h"
#include "ui/desktop/quietmenu.h"

#include <QMenu>
#include <QPainter>

namespace Hearth {

namespace {

constexpr std::array iconSizes{16, 22, 24, 32, 48, 64};
constexpr QRgb badgeGround = 0xffc8322b; // white on it: 5.3:1
constexpr int mostDigits = 99; // more are not legible in 16 px

void paintCount(QPixmap &pixmap, int count)
{
    const qreal size = pixmap.width();
    const QString text = count > mostDigits ? QStringLiteral("∞") : QString::number(count);
    QFont font;
    font.setPixelSize(qRound(size * 0.5));
    font.setBold(true);
    const qreal width = std::max(size * 0.56, QFontMetricsF(font).horizontalAdvance(text) + size * 0.16);
    const QRectF badge(size - width, size * 0.44, width, size * 0.56);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(badgeGround));
    painter.drawRoundedRect(badge, badge.height() / 2, badge.height() / 2);
    painter.setPen(Qt::white);
    painter.setFont(font);
    painter.drawText(badge, Qt::AlignCenter, text);
}

} // namespace

QIcon badgedLogo(int count)
{
    const QIcon logo(QStringLiteral(":/icons/logo.svg"));
    if (count == 0)
        return logo;
    QIcon icon;
    for (const int size : iconSizes) {
        QPixmap pixmap = logo.pixmap(QSize(size, size), 1);
        paintCount(pixmap, count);
        icon.addPixmap(pixmap);
    }
    return icon;
}

Tray::Tray(TrayArea &area, Preferences &preferences, QObject *parent)
    : QObject(parent)
    , m_area(area)
    , m_preferences(preferences)
{
    connect(&area, &TrayArea::activated, this, &Tray::openRequested);
    retranslate();
}

Tray::~Tray()
{
    m_area.setMenu(nullptr);
}

void Tray::setCount(int unread)
{
    m_count = unread;
    m_area.setIcon(badgedLogo(unread),
                   unread == 0 ? tr("Hearth") : tr("Hearth: %Ln unread", nullptr, unread));
}

void Tray::retranslate()
{
    auto menu = std::make_unique<QMenu>();
    menu->setObjectName(QStringLiteral("trayMenu"));
    menu->addAction(tr("Open Hearth"), this, &Tray::openRequested);
    menu->addMenu(new QuietMenu(m_preferences, menu.get()));
    menu->addSeparator();
    menu->addAction(tr("Quit"), this, &Tray::quitRequested);
    m_area.setMenu(menu.get());
    m_menu = std::move(menu);
    setCount(m_count);
}

} // namespace Hearth
