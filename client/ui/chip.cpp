// SPDX-License-Identifier: Apache-2.0
#include "ui/chip.h"

#include "ui/avatarsource.h"
#include "ui/paint.h"
#include "ui/theme.h"

#include <QPainter>
#include <QStyle>

namespace Hearth {

namespace {

constexpr int chipHeight = 28;
constexpr int avatarSize = 22;
constexpr int crossSize = 14;
constexpr int inset = 3;

} // namespace

Chip::Chip(const User &user, Theme &theme, AvatarSource &avatars, QWidget *parent)
    : QAbstractButton(parent)
    , m_id(user.id)
    , m_theme(theme)
    , m_avatars(avatars)
{
    setText(user.displayName);
    setAccessibleName(tr("Remove %1").arg(user.displayName));
    setToolTip(accessibleName());
    setFocusPolicy(Qt::TabFocus);
    connect(&avatars, &AvatarSource::changed, this, qOverload<>(&QWidget::update));
}

QSize Chip::sizeHint() const
{
    return {inset + avatarSize + 6 + fontMetrics().horizontalAdvance(text()) + 6 + crossSize + 8,
            scaled(chipHeight, font())};
}

void Chip::paintEvent(QPaintEvent *)
{
    const ThemeColors &colors = m_theme.colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? QPen(colors.link, 2) : QPen(Qt::NoPen));
    painter.setBrush(underMouse() ? colors.selection : colors.ownBubble);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), height() / 2.0, height() / 2.0);

    const auto place = [this](int x, int w, int h) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(x, (height() - h) / 2, w, h));
    };
    paintAvatar(painter, place(inset, avatarSize, avatarSize), text(), m_id, font(), &m_avatars);
    const int left = inset + avatarSize + 6;
    const int room = width() - left - 6 - crossSize - 8;
    painter.setFont(font());
    painter.setPen(colors.text);
    painter.drawText(place(left, room, height()), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     fontMetrics().elidedText(text(), Qt::ElideRight, room));
    paintIcon(painter, place(width() - 8 - crossSize, crossSize, crossSize), QStringLiteral("close"),
              colors.secondary);
}

} // namespace Hearth
