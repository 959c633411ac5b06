// SPDX-License-Identifier: Apache-2.0
#include "ui/banner.h"

#include "ui/iconbutton.h"
#include "ui/mirroredmargins.h"
#include "ui/paint.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace Hearth {

namespace {

constexpr int bannerHeight = 36;
constexpr int buttonHeight = 27;
constexpr int buttonPadding = 24;
constexpr float tint = 0.15F; // of the colour of danger, on the window's

} // namespace

Banner::Banner(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_label(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_dismiss(new IconButton(QStringLiteral("close"), tr("Dismiss"), theme, this))
{
    setMinimumHeight(bannerHeight);
    m_label->setObjectName(QStringLiteral("bannerText"));
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true); // in a narrow window the strip grows instead of hiding its words
    m_action->setObjectName(QStringLiteral("bannerAction"));
    m_dismiss->setObjectName(QStringLiteral("bannerDismiss"));
    m_action->hide();
    m_dismiss->hide();

    auto *layout = new QHBoxLayout(this);
    setMirroredMargins(*layout, *this, {16, 4, 8, 5});
    layout->setSpacing(8);
    layout->addWidget(m_label, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_dismiss);
    connect(m_action, &QPushButton::clicked, this, &Banner::actionTriggered);
    connect(m_dismiss, &IconButton::clicked, this, &Banner::hide);
    hide();
}

void Banner::showText(const QString &text, const QString &action)
{
    m_label->setText(text);
    m_action->setText(action);
    const int height = scaled(buttonHeight, font());
    m_dismiss->setFixedSize(height, height);
    m_action->setFixedHeight(height);
    m_action->setFixedWidth(m_action->fontMetrics().horizontalAdvance(action) + buttonPadding);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(text);
    setVisible(!text.isEmpty());
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
