// SPDX-License-Identifier: Apache-2.0
#include "ui/pillbutton.h"

#include "ui/paint.h"
#include "ui/theme.h"

#include <QPainter>

namespace Hearth {

PillButton::PillButton(const QString &text, Theme &theme, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setText(text);
    setAccessibleName(text);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize PillButton::sizeHint() const
{
    const QFontMetrics metrics(relativeFont(font(), 0.92, QFont::DemiBold));
    return {metrics.horizontalAdvance(text()) + 24, std::max(leastTarget, metrics.height() + 10)};
}

void PillButton::paintEvent(QPaintEvent *)
{
    const ThemeColors &colors = m_theme.colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setPen(hasFocus() ? QPen(colors.link, 2) : QPen(Qt::NoPen));
    painter.setBrush(isChecked()        ? QBrush(colors.selection)
                         : underMouse() ? QBrush(colors.hover)
                                        : Qt::NoBrush);
    painter.drawRoundedRect(area, area.height() / 2, area.height() / 2);
    painter.setFont(relativeFont(font(), 0.92, isChecked() ? QFont::DemiBold : QFont::Normal));
    painter.setPen(isChecked() ? colors.text : colors.secondary);
    painter.drawText(rect(), Qt::AlignCenter, text());
}

void PillButton::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void PillButton::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace Hearth
