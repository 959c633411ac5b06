// SPDX-License-Identifier: Apache-2.0
#include "ui/writing/completiondelegate.h"

#include "ui/emojifont.h"
#include "ui/listrow.h"
#include "ui/paint.h"
#include "ui/theme.h"
#include "ui/writing/completionmodel.h"

#include <QPainter>

namespace Hearth {

namespace {

constexpr int margin = 12;
constexpr int signSize = 24;
constexpr int glyph = 20;
constexpr int gap = 8;

} // namespace

CompletionDelegate::CompletionDelegate(const CompletionModel &model, Theme &theme, AvatarSource &avatars,
                                       QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
    , m_theme(theme)
    , m_avatars(avatars)
{ }

QSize CompletionDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, rowHeight};
}

void CompletionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const Completion &completion = m_model.at(index);
    const ThemeColors &colors = m_theme.colors();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool current = option.state & QStyle::State_Selected;
    const bool hovered = option.state & QStyle::State_MouseOver;
    paintRowGround(*painter, option, current ? colors.selection : hovered ? colors.hover : QColor(), colors);

    int left = margin;
    const QRect sign = placeInRow(option, margin, (rowHeight - signSize) / 2, signSize, signSize);
    painter->setFont(option.font);
    painter->setPen(colors.text);
    if (!completion.person.isEmpty())
        paintAvatar(*painter, sign, completion.title, completion.person, option.font, &m_avatars);
    else if (!completion.sign.isEmpty())
        paintEmoji(*painter, sign, completion.sign, glyph);
    if (!completion.person.isEmpty() || !completion.sign.isEmpty())
        left += signSize + gap;

    const auto draw = [&](const QString &text, const QFont &font, const QColor &color) {
        const QRect room = placeInRow(option, left, 0, option.rect.width() - left - margin, rowHeight);
        left += paintLine(*painter, room, text, font, color, option.direction) + gap;
    };
    draw(completion.title, relativeFont(option.font, 1, QFont::DemiBold), colors.text);
    draw(completion.detail, relativeFont(option.font, 0.92), current ? colors.text : colors.secondary);
    painter->restore();
}

} // namespace Hearth
