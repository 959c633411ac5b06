// SPDX-License-Identifier: Apache-2.0
#include "ui/writing/contextbar.h"

#include "ui/iconbutton.h"
#include "ui/leadingtext.h"
#include "ui/mirroredmargins.h"
#include "ui/paint.h"
#include "ui/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStyle>

namespace Hearth {

namespace {

constexpr int iconSize = 18;
constexpr int iconLeft = 10;
constexpr int textLeft = 40;
constexpr int lineWidth = 2;
constexpr int barHeight = 44;

} // namespace

ContextBar::ContextBar(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(new QLabel(this))
    , m_line(new QLabel(this))
    , m_close(new IconButton(QStringLiteral("close"), tr("Cancel"), theme, this))
{
    setObjectName(QStringLiteral("contextBar"));
    setFixedHeight(scaled(barHeight, font()));
    m_title->setObjectName(QStringLiteral("contextTitle"));
    m_title->setFont(relativeFont(font(), 0.92, QFont::DemiBold));
    m_line->setObjectName(QStringLiteral("contextLine"));
    m_line->setForegroundRole(QPalette::PlaceholderText);
    m_line->setFont(relativeFont(font(), 0.92));
    for (QLabel *label : {m_title, m_line}) {
        label->setTextFormat(Qt::PlainText);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        keepLeading(*label);
    }
    m_close->setObjectName(QStringLiteral("contextClose"));
    auto *text = new QVBoxLayout;
    text->setSpacing(1);
    text->addStretch();
    text->addWidget(m_title);
    text->addWidget(m_line);
    text->addStretch();
    auto *layout = new QHBoxLayout(this);
    setMirroredMargins(*layout, *this, {textLeft, 0, 3, 0});
    layout->addLayout(text, 1);
    layout->addWidget(m_close);
    connect(m_close, &IconButton::clicked, this, &ContextBar::left);
}

void ContextBar::setContext(const QString &icon, const QString &title, const QString &line)
{
    m_icon = icon;
    m_title->setText(title);
    m_wholeLine = line;
    setAccessibleName(tr("%1: %2").arg(title, line));
    elide();
    update();
}

void ContextBar::elide()
{
    m_line->setText(m_line->fontMetrics().elidedText(m_wholeLine, Qt::ElideRight, m_line->width()));
}

void ContextBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layout()->activate();
    elide();
}

void ContextBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        setFixedHeight(scaled(barHeight, font()));
}

void ContextBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ThemeColors &colors = m_theme.colors();
    const auto place = [this](const QRect &rect) {
        return QStyle::visualRect(layoutDirection(), this->rect(), rect);
    };
    painter.fillRect(place({0, 6, lineWidth, height() - 12}), colors.accent);
    paintIcon(painter, place({iconLeft, (height() - iconSize) / 2, iconSize, iconSize}), m_icon,
              colors.accent);
}

} // namespace Hearth
