// SPDX-License-Identifier: Apache-2.0
#include "ui/userdelegate.h"

#include "models/usersearchmodel.h"
#include "ui/listrow.h"
#include "ui/paint.h"
#include "ui/theme.h"

#include <QPainter>

namespace Hearth {

namespace {

constexpr int rowHeight = 48;
constexpr int margin = 8;
constexpr int avatarSize = 32;
constexpr int textLeft = margin + avatarSize + 12;

} // namespace

UserDelegate::UserDelegate(Theme &theme, AvatarSource &avatars, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_avatars(avatars)
{ }

QSize UserDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {0, scaled(rowHeight, option.font)};
}

void UserDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const auto user = index.data(UserSearchModel::UserRole).value<User>();
    const ThemeColors &colors = m_theme.colors();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(option.state & QStyle::State_Selected ? colors.selection : colors.hover);
        painter->drawRoundedRect(option.rect, 8, 8);
    }
    const auto place = [&option](int x, int y, int w, int h) { return placeInRow(option, x, y, w, h); };
    paintAvatar(*painter, place(margin, (option.rect.height() - avatarSize) / 2, avatarSize, avatarSize),
                user.displayName, user.id, option.font, &m_avatars);

    const int room = option.rect.width() - textLeft - margin;
    const auto y = [&option](int px) { return scaled(px, option.font); };
    const auto drawLine = [&](int top, const QString &line, const QFont &font, const QColor &color) {
        paintLine(*painter, place(textLeft, top, room, y(18)), line, font, color, option.direction);
    };
    drawLine(y(6), user.displayName, relativeFont(option.font, 1, QFont::DemiBold), colors.text);
    drawLine(y(24), u'@' + user.username, relativeFont(option.font, 0.92), colors.secondary);
    painter->restore();
}

} // namespace Hearth
