// SPDX-License-Identifier: Apache-2.0
#include "ui/files/dropoverlay.h"

#include "ui/paint.h"
#include "ui/theme.h"

#include <QPainter>

namespace Hearth {

namespace {

constexpr int inset = 16;
constexpr int glyph = 40;
constexpr qreal radius = 12;

} // namespace

DropOverlay::DropOverlay(Theme &theme, QWidget *pane)
    : QWidget(pane)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("dropOverlay"));
    setAttribute(Qt::WA_TransparentForMouseEvents); // the pane takes what is dropped
    hide();
}

void DropOverlay::appear()
{
    setGeometry(parentWidget()->rect());
    raise();
    show();
}

void DropOverlay::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const ThemeColors &colors = m_theme.colors();
    QColor ground = colors.window;
    ground.setAlphaF(0.92F);
    painter.fillRect(rect(), ground);
    painter.setPen(QPen(colors.accent, 2, Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect().adjusted(inset, inset, -inset, -inset), radius, radius);
    const QFont words = relativeFont(font(), 1.3, QFont::DemiBold);
    const QPoint middle = rect().center();
    paintIcon(painter, QRectF(middle.x() - glyph / 2.0, middle.y() - glyph, glyph, glyph),
              QStringLiteral("attachment"), colors.accent);
    painter.setFont(words);
    painter.setPen(colors.text);
    painter.drawText(QRect(inset, middle.y() + 12, width() - 2 * inset, 2 * QFontMetrics(words).height()),
                     Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, tr("Drop files to send them"));
}

} // namespace Hearth
