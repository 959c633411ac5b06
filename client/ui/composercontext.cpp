// SPDX-License-Identifier: Apache-2.0
#include "ui/composercontext.h"

#include "ui/iconbutton.h"
#include "ui/paint.h"
#include "ui/theme.h"

#include <QPainter>
#include <QStyle>

namespace Hearth {

namespace {

constexpr int barHeight = 44;
constexpr int stripe = 3;
constexpr int padding = 10;

} // namespace

ComposerContext::ComposerContext(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_close(new IconButton(QStringLiteral("close"), tr("Cancel (Esc)"), theme, this))
{
    setObjectName(QStringLiteral("composerContext"));
    m_close->setObjectName(QStringLiteral("composerContextClose"));
    connect(m_close, &QAbstractButton::clicked, this, &ComposerContext::closeRequested);
}

void ComposerContext::setText(const QString &title, const QString &text)
{
    m_title = title;
    m_text = text;
    setAccessibleName(tr("%1: %2").arg(title, text));
    update();
}

QSize ComposerContext::sizeHint() const
{
    return {0, barHeight};
}

void ComposerContext::resizeEvent(QResizeEvent *)
{
    const QSize size = m_close->sizeHint();
    const QRect place(QPoint(width() - size.width(), (height() - size.height()) / 2), size);
    m_close->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
}

void ComposerContext::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto place = [this](int x, int y, int w, int h) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(x, y, w, h));
    };
    painter.fillRect(place(0, 4, stripe, height() - 8), m_theme.colors().accent);
    const int room = width() - stripe - 2 * padding - m_close->width();
    const auto drawLine = [&](int y, const QString &text, const QFont &lineFont, const QColor &color) {
        painter.setFont(lineFont);
        painter.setPen(color);
        painter.drawText(place(stripe + padding, y, room, height() / 2 - 3),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         QFontMetrics(lineFont).elidedText(text, Qt::ElideRight, room));
    };
    drawLine(3, m_title, relativeFont(font(), 0.92, QFont::DemiBold), m_theme.colors().link);
    drawLine(height() / 2, m_text, relativeFont(font(), 0.92), m_theme.colors().secondary);
}

} // namespace Hearth
