// SPDX-License-Identifier: Apache-2.0
#include "ui/banner.h"

#include "ui/iconbutton.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace Hearth {

namespace {

constexpr int bannerHeight = 32;

} // namespace

Banner::Banner(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_label(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_dismiss(new IconButton(QStringLiteral("close"), tr("Dismiss"), theme, this))
{
    setFixedHeight(bannerHeight);
    m_label->setObjectName(QStringLiteral("bannerText"));
    m_label->setTextFormat(Qt::PlainText);
    m_label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_action->setObjectName(QStringLiteral("bannerAction"));
    m_action->setFixedHeight(bannerHeight - 6);
    m_dismiss->setObjectName(QStringLiteral("bannerDismiss"));
    m_dismiss->hide();

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 0, 8, 1);
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
    m_label->setToolTip(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(text);
    setVisible(!text.isEmpty());
}

void Banner::setDismissible(bool dismissible)
{
    m_dismiss->setVisible(dismissible);
}

QString Banner::text() const
{
    return m_label->text();
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colors().ownBubble);
    painter.fillRect(0, height() - 1, width(), 1, m_theme.colors().divider);
}

} // namespace Hearth
