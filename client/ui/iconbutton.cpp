// SPDX-License-Identifier: Apache-2.0
#include "ui/iconbutton.h"

#include "ui/paint.h"
#include "ui/theme.h"

#include <QPainter>

namespace Hearth {

namespace {

constexpr int buttonSize = 32;
constexpr int glyphSize = 20;
constexpr qreal radius = 8;

} // namespace

IconButton::IconButton(const QString &icon, const QString &name, Theme &theme, QWidget *parent)
    : QAbstractButton(parent)
    , m_icon(icon)
    , m_theme(theme)
{
    setAccessibleName(name);
    setToolTip(name);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconButton::setPrimary(bool primary)
{
    m_primary = primary;
    update();
}

void IconButton::setDirectional(bool directional)
{
    m_directional = directional;
    update();
}

QSize IconButton::sizeHint() const
{
    const int size = scaled(buttonSize, font());
    return {size, size};
}

void IconButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const ThemeColors &colors = m_theme.colors();
    const QRectF area = QRectF(rect()).adjusted(1, 1, -1, -1);
    if (isEnabled() && (isDown() || underMouse())) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isDown() ? colors.selection : colors.hover);
        painter.drawRoundedRect(area, radius, radius);
    }
    if (hasFocus()) {
        painter.setPen(QPen(colors.link, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(area, radius, radius);
    }
    if (m_directional && layoutDirection() == Qt::RightToLeft) {
        painter.translate(width(), 0);
        painter.scale(-1, 1);
    }
    const int glyph = std::min({scaled(glyphSize, font()), width(), height()});
    const QRectF icon((width() - glyph) / 2.0, (height() - glyph) / 2.0, glyph, glyph);
    paintIcon(painter, icon, m_icon, iconColor());
}

QColor IconButton::iconColor() const
{
    const ThemeColors &colors = m_theme.colors();
    if (!isEnabled())
        return colors.offline;
    return m_primary ? colors.accent : underMouse() ? colors.text : colors.secondary;
}

void IconButton::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void IconButton::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace Hearth
