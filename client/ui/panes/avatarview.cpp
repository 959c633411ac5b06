// SPDX-License-Identifier: Apache-2.0
#include "ui/panes/avatarview.h"

#include "ui/avatarsource.h"
#include "ui/paint.h"

#include <QPainter>

namespace Hearth {

namespace {

constexpr int avatarSize = 72;

} // namespace

AvatarView::AvatarView(AvatarSource &avatars, QWidget *parent)
    : QWidget(parent)
    , m_avatars(avatars)
{
    setFixedSize(avatarSize, avatarSize);
    connect(&avatars, &AvatarSource::changed, this, qOverload<>(&QWidget::update));
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
    paintAvatar(painter, rect(), m_name, m_colorKey, relativeFont(font(), 1.8), &m_avatars);
}

} // namespace Hearth
