// SPDX-License-Identifier: Apache-2.0
#include "ui/panes/avatarview.h"

#include "ui/paint.h"

#include <QPainter>

namespace Hearth {

namespace {

constexpr int avatarSize = 72;

} // namespace

AvatarView::AvatarView(QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(avatarSize, avatarSize);
}

void AvatarView::setPerson(const QString &name, const QString &colorKey)
{
    m_name = name;
    m_colorKey = colorKey;
    update();
}

void AvatarView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintAvatar(painter, rect(), m_name, m_colorKey, relativeFont(font(), 1.8));
}

} // namespace Hearth
