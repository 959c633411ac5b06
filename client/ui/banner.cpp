// SPDX-License-Identifier: Apache-2.0
#include "ui/banner.h"

#include "ui/iconbutton.h"
#include "ui/mirroredmargins.h"
#include "ui/paint.h"
#include "ui/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace Hearth {

namespace {

constexpr int bannerHeight = 36;
constexpr int buttonHeight = 27;
constexpr int buttonPadding = 24;
constexpr int partsGap = 8; // between the parts
constexpr int leastText = 220; // its width beside two buttons
constexpr float tint = 0.15F; // of the colour of danger, on the window's

} // namespace

Banner::Banner(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_parts(new QHBoxLayout)
    , m_buttons(new QHBoxLayout)
    , m_label(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_other(new QPushButton(this))
    , m_dismiss(new IconButton(QStringLiteral("close"), tr("Dismiss"), theme, this))
{
    setMinimumHeight(bannerHeight);
    m_label->setObjectName(QStringLiteral("bannerText"));
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true); // in a narrow window the strip grows instead of hiding its words
    m_action->setObjectName(QStringLiteral("bannerAction"));
    m_dismiss->setObjectName(QStringLiteral("bannerDismiss"));
    m_other->setObjectName(QStringLiteral("bannerOther"));
    m_action->hide();
    m_other->hide();
    m_dismiss->hide();

    m_buttons->setSpacing(partsGap);
    m_buttons->addWidget(m_action, 0, Qt::AlignLeading | Qt::AlignVCenter);
    m_buttons->addWidget(m_other, 0, Qt::AlignLeading | Qt::AlignVCenter);
    m_buttons->addStretch();
    m_parts->addWidget(m_label, 1);
    m_parts->addLayout(m_buttons);
    auto *layout = new QHBoxLayout(this);
    setMirroredMargins(*layout, *this, {16, 4, 8, 5});
    layout->setSpacing(partsGap);
    layout->addLayout(m_parts, 1);
    layout->addWidget(m_dismiss);
    connect(m_action, &QPushButton::clicked, this, &Banner::actionTriggered);
    connect(m_other, &QPushButton::clicked, this, &Banner::otherTriggered);
    connect(m_dismiss, &IconButton::clicked, this, &Banner::hide);
    hide();
}

void Banner::showText(const QString &text, const QString &action, const QString &other)
{
    m_label->setText(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    m_other->setText(other);
    m_other->setVisible(!other.isEmpty());
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    fitButtons();
}

void Banner::fitButtons()
{
    const int height = scaled(buttonHeight, font());
    m_dismiss->setFixedSize(height, height);
    for (QPushButton *button : {m_action, m_other}) {
        const int words = button->fontMetrics().horizontalAdvance(button->text());
        button->setFixedSize(words + buttonPadding, height);
    }
    arrange();
}

// In a narrow window, or with large text, the buttons stand below the text, and then below each other.
void Banner::arrange()
{
    const QMargins margins = layout()->contentsMargins();
    const int room = width() - margins.left() - margins.right() - m_dismiss->width() - partsGap;
    const int buttons = m_action->width() + partsGap + m_other->width();
    const bool below = !m_other->isHidden() && buttons + partsGap + scaled(leastText, font()) > room;
    m_parts->setDirection(below ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_parts->setSpacing(below ? partsGap / 2 : partsGap);
    m_buttons->setDirection(below && buttons > room ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void Banner::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) // which the buttons hear of after this
        QMetaObject::invokeMethod(this, &Banner::fitButtons, Qt::QueuedConnection);
}

void Banner::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void Banner::setDismissible(bool dismissible)
{
    m_dismiss->setVisible(dismissible);
}

void Banner::setAlarming(bool alarming)
{
    m_alarming = alarming;
    update();
}

QString Banner::text() const
{
    return m_label->text();
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ThemeColors &colors = m_theme.colors();
    painter.fillRect(rect(), m_alarming ? colors.window : colors.ownBubble);
    if (m_alarming) {
        QColor danger = colors.danger;
        danger.setAlphaF(tint);
        painter.fillRect(rect(), danger);
    }
    paintEdge(painter, rect(), Qt::BottomEdge, colors.divider);
}

} // namespace Hearth
