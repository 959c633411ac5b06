// SPDX-License-Identifier: Apache-2.0
#include "ui/panes/badgebutton.h"

#include "models/conversationrow.h"
#include "ui/paint.h"
#include "ui/theme.h"

#include <QPainter>
#include <QStyle>

namespace Hearth {

namespace {

constexpr int badgeHeight = 15;

} // namespace

BadgeButton::BadgeButton(const QString &icon, const QString &name, Theme &theme, QWidget *parent)
    : IconButton(icon, name, theme, parent)
    , m_name(name)
    , m_theme(theme)
{ }

void BadgeButton::setCount(int count)
{
    m_count = count;
    const QString name = count == 0 ? m_name : tr("%1, %2 unread").arg(m_name, badgeText(count));
    setAccessibleName(name);
    setToolTip(name);
    update();
}

void BadgeButton::paintEvent(QPaintEvent *event)
{
    IconButton::paintEvent(event);
    if (m_count == 0)
        return;
    const QString text = badgeText(m_count, 99);
    const QFont small = relativeFont(font(), 0.75, QFont::Bold);
    const int height = scaled(badgeHeight, font());
    const int width = std::max(height, QFontMetrics(small).horizontalAdvance(text) + height / 2);
    const QRect place(this->width() - width, 0, width, height);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.colors().sidebar, 1));
    painter.setBrush(m_theme.colors().danger);
    const QRect badge = QStyle::visualRect(layoutDirection(), rect(), place);
    painter.drawRoundedRect(badge, height / 2.0, height / 2.0);
    painter.setFont(small);
    painter.setPen(m_theme.colors().window);
    painter.drawText(badge, Qt::AlignCenter, text);
}

} // namespace Hearth
