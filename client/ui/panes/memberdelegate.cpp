// SPDX-License-Identifier: Apache-2.0
#include "ui/panes/memberdelegate.h"

#include "models/membermodel.h"
#include "models/phrases.h"
#include "ui/listrow.h"
#include "ui/paint.h"
#include "ui/panes/panemargin.h"
#include "ui/theme.h"

#include <QPainter>

namespace Hearth {

namespace {

constexpr int avatarSize = 32;
constexpr int textLeft = paneMargin + avatarSize + 12;
constexpr int dotSize = 10;

QString detailOf(const MemberRow &row)
{
    QStringList parts;
    if (row.presence)
        parts.append(presenceName(*row.presence));
    if (!row.member.canSendMessages && row.member.role == MemberRole::Member)
        parts.append(MemberDelegate::tr("may only read"));
    return parts.join(QStringLiteral(" · "));
}

} // namespace

MemberDelegate::MemberDelegate(Theme &theme, AvatarSource &avatars, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_avatars(avatars)
{ }

QSize MemberDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {0, std::max(48, 2 * QFontMetrics(option.font).height() + 14)};
}

void MemberDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const auto row = index.data(MemberModel::RowRole).value<MemberRow>();
    const ThemeColors &colors = m_theme.colors();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool hovered = option.state & QStyle::State_MouseOver;
    paintRowGround(*painter, option, hovered ? colors.hover : QColor(), colors);
    const auto place = [&option](int x, int y, int w, int h) { return placeInRow(option, x, y, w, h); };
    const int top = (option.rect.height() - avatarSize) / 2;
    paintAvatar(*painter, place(paneMargin, top, avatarSize, avatarSize), row.user.displayName, row.user.id,
                option.font, &m_avatars);
    if (row.presence)
        paintPresence(*painter,
                      place(paneMargin + avatarSize - dotSize, top + avatarSize - dotSize, dotSize, dotSize),
                      *row.presence, colors, hovered ? colors.hover : colors.window);

    int right = option.rect.width() - paneMargin;
    const QFont small = relativeFont(option.font, 0.9);
    const int half = option.rect.height() / 2;
    if (row.member.role != MemberRole::Member) {
        const QString role = roleName(row.member.role);
        const int width = QFontMetrics(small).horizontalAdvance(role) + 1;
        paintLine(*painter, place(right - width, 0, width, option.rect.height()), role, small,
                  colors.secondary, option.direction);
        right -= width + 8;
    }
    const QString name = row.self ? tr("%1 (you)").arg(row.user.displayName) : row.user.displayName;
    const QString detail = detailOf(row);
    const QFont nameFont = relativeFont(option.font, 1, QFont::DemiBold);
    const int nameHeight = detail.isEmpty() ? option.rect.height() - 8 : half - 4;
    paintLine(*painter, place(textLeft, 4, right - textLeft, nameHeight), name, nameFont, colors.text,
              option.direction);
    paintLine(*painter, place(textLeft, half, right - textLeft, half - 5), detail, small, colors.secondary,
              option.direction);
    painter->restore();
}

} // namespace Hearth
