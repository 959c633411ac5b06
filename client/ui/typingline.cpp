// SPDX-License-Identifier: Apache-2.0
#include "ui/typingline.h"

#include "models/phrases.h"
#include "ui/paint.h"
#include "ui/theme.h"

#include <QPainter>
#include <QStyle>

namespace Hearth {

namespace {

constexpr int lineHeight = 20;
constexpr int margin = 18;
constexpr int dots = 3;
constexpr int dotSize = 4;
constexpr int dotStep = 7;

} // namespace

TypingLine::TypingLine(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("typingLine"));
    setFixedHeight(scaled(lineHeight, font()));
}

void TypingLine::setNames(const QStringList &names)
{
    m_text = typingSentence(names);
    setAccessibleName(m_text);
    update();
}

void TypingLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        setFixedHeight(scaled(lineHeight, font()));
}

void TypingLine::paintEvent(QPaintEvent *)
{
    if (m_text.isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colors().secondary);
    for (int i = 0; i < dots; ++i) {
        const QRect dot(margin + i * dotStep, (height() - dotSize) / 2 + 1, dotSize, dotSize);
        painter.drawEllipse(QStyle::visualRect(layoutDirection(), rect(), dot));
    }

    const QFont small = relativeFont(font(), 0.92);
    const int left = margin + dots * dotStep + 3;
    const QRect area = QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(left, 0, -margin, 0));
    painter.setFont(small);
    painter.setPen(m_theme.colors().secondary);
    painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetrics(small).elidedText(m_text, Qt::ElideRight, area.width()));
}

} // namespace Hearth
