// SPDX-License-Identifier: Apache-2.0
#include "ui/emoji/emojidelegate.h"

#include "models/emojimodel.h"
#include "ui/emojifont.h"
#include "ui/theme.h"

#include <QPainter>

namespace Hearth {

namespace {

constexpr int glyph = 22;
constexpr qreal radius = 8;

} // namespace

EmojiDelegate::EmojiDelegate(Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{ }

QSize EmojiDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {cell, cell};
}

void EmojiDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const ThemeColors &colors = m_theme.colors();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool current = option.state & QStyle::State_Selected;
    if (current || option.state & QStyle::State_MouseOver) {
        painter->setPen(current ? QPen(colors.link, 2) : QPen(Qt::NoPen));
        painter->setBrush(current ? colors.selection : colors.hover);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -2), radius, radius);
    }
    painter->setPen(colors.text);
    painter->setFont(option.font);
    paintEmoji(*painter, option.rect, index.data(EmojiModel::TextRole).toString(), glyph);
    painter->restore();
}

} // namespace Hearth
