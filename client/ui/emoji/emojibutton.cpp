// SPDX-License-Identifier: Apache-2.0
#include "ui/emoji/emojibutton.h"

#include "ui/emojifont.h"
#include "ui/theme.h"

#include <QPainter>

namespace Hearth {

namespace {

constexpr QSize emojiButtonSize(32, 32);
constexpr int emojiButtonGlyph = 18;
constexpr qreal emojiButtonRadius = 8;

} // namespace

EmojiButton::EmojiButton(const QString &emoji, const QString &name, Theme &theme, QWidget *parent)
    : QAbstractButton(parent)
    , m_emoji(emoji)
    , m_theme(theme)
{
    setAccessibleName(name);
    setToolTip(name);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void EmojiButton::setEmoji(const QString &emoji)
{
    m_emoji = emoji;
    update();
}

QSize EmojiButton::sizeHint() const
{
    return emojiButtonSize;
}

void EmojiButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const ThemeColors &colors = m_theme.colors();
    const bool filled = isChecked() || isDown();
    if (filled || underMouse() || hasFocus()) {
        painter.setPen(hasFocus() ? QPen(colors.link, 2) : QPen(Qt::NoPen));
        painter.setBrush(filled ? colors.selection : underMouse() ? colors.hover : QColor(Qt::transparent));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), emojiButtonRadius, emojiButtonRadius);
    }
    painter.setPen(colors.text);
    paintEmoji(painter, rect(), m_emoji, emojiButtonGlyph);
}

} // namespace Hearth
