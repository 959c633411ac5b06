// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/jumpbutton.h"

#include "models/conversationrow.h"
#include "ui/paint.h"
#include "ui/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int circle = 40;
constexpr int badge = 18;
constexpr int above = 8; // room for the badge, which sits on the circle's upper edge

} // namespace

JumpButton::JumpButton(Theme &theme, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setCount(0);
    resize(sizeHint());
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void JumpButton::setCount(int count)
{
    m_count = count;
    setToolTip(tr("Jump to the latest messages"));
    setAccessibleName(count > 0 ? tr("Jump to the latest messages, %Ln new", nullptr, count)
                                : tr("Jump to the latest messages"));
    update();
}

QSize JumpButton::sizeHint() const
{
    return {circle, circle + above};
}

void JumpButton::paintEvent(QPaintEvent *)
{
    const ThemeColors &colors = m_theme.colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF disc(0.5, above + 0.5, circle - 1, circle - 1);
    painter.setPen(hasFocus() ? QPen(colors.accent, 2) : QPen(colors.divider, 1));
    painter.setBrush(underMouse() ? colors.hover : colors.window);
    painter.drawEllipse(hasFocus() ? disc.adjusted(0.5, 0.5, -0.5, -0.5) : disc);

    QPainterPath arrow({14, above + 17.5});
    arrow.lineTo(20, above + 23.5);
    arrow.lineTo(26, above + 17.5);
    painter.setPen(QPen(colors.secondary, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(arrow);

    if (m_count == 0)
        return;
    const QFont font = relativeFont(this->font(), 0.86, QFont::DemiBold);
    const QString text = badgeText(m_count);
    const int width = std::max(badge, QFontMetrics(font).horizontalAdvance(text) + 10);
    const QRectF rect((circle - width) / 2.0, 0, width, badge);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.accent);
    painter.drawRoundedRect(rect, badge / 2.0, badge / 2.0);
    painter.setFont(font);
    painter.setPen(colors.onAccent);
    painter.drawText(rect, Qt::AlignCenter, text);
}

} // namespace Hearth
