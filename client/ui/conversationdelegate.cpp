// SPDX-License-Identifier: Apache-2.0
#include "ui/conversationdelegate.h"

#include "models/conversationlistmodel.h"
#include "models/phrases.h"
#include "ui/listrow.h"
#include "ui/paint.h"
#include "ui/theme.h"

#include <QPainter>

namespace Hearth {

namespace {

constexpr int rowHeight = 60;
constexpr int margin = 12;
constexpr int avatarSize = 40;
constexpr int compactHeight = 36;
constexpr int compactAvatar = 24;
constexpr int dotSize = 10;
constexpr int badgeHeight = 18;
constexpr int iconSize = 14;
constexpr int gap = 6;

} // namespace

struct ConversationDelegate::Frame {
    QPainter &painter;
    const QStyleOptionViewItem &option;
    const ConversationRow &row;
    const bool compact;

    [[nodiscard]] int scale(int px) const { return scaled(px, option.font); }
    [[nodiscard]] int avatar() const { return scale(compact ? compactAvatar : avatarSize); }
    [[nodiscard]] int textLeft() const { return margin + avatar() + (compact ? 8 : 12); }
    [[nodiscard]] int height() const { return option.rect.height(); }
    [[nodiscard]] QRect place(int x, int y, int width, int height) const
    {
        return placeInRow(option, x, y, width, height);
    }
    [[nodiscard]] int width() const { return option.rect.width(); }

    int drawText(const QRect &rect, const QString &text, const QFont &font, const QColor &color) const
    {
        return paintLine(painter, rect, text, font, color, option.direction);
    }
};

ConversationDelegate::ConversationDelegate(Theme &theme, AvatarSource &avatars, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_avatars(avatars)
{ }

QSize ConversationDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const QFontMetrics metrics(option.font);
    const int least = scaled(isCompact() ? compactHeight : rowHeight, option.font);
    return {0, std::max(least, isCompact() ? metrics.height() + 16 : 2 * metrics.height() + 20)};
}

bool ConversationDelegate::isCompact() const
{
    return m_theme.density() == Density::Compact;
}

void ConversationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const
{
    const auto row = index.data(ConversationListModel::RowRole).value<ConversationRow>();
    const Frame frame{*painter, option, row, isCompact()};
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintRowGround(*painter, option, background(frame), m_theme.colors());
    paintPerson(frame);
    if (frame.compact) {
        paintOnlyLine(frame);
    } else {
        paintTitleLine(frame);
        paintPreviewLine(frame);
    }
    painter->restore();
}

bool ConversationDelegate::looksSelected(const Frame &frame) const
{
    return frame.option.state & QStyle::State_Selected || frame.row.id == m_open;
}

QColor ConversationDelegate::background(const Frame &frame) const
{
    const ThemeColors &colors = m_theme.colors();
    if (looksSelected(frame))
        return colors.selection;
    return frame.option.state & QStyle::State_MouseOver ? colors.hover : colors.sidebar;
}

// On the selection the secondary colour would be too faint to read.
QColor ConversationDelegate::secondaryColor(const Frame &frame) const
{
    return looksSelected(frame) ? m_theme.colors().text : m_theme.colors().secondary;
}

void ConversationDelegate::paintPerson(const Frame &frame) const
{
    const int size = frame.avatar();
    const int top = (frame.height() - size) / 2;
    const QRect avatar = frame.place(margin, top, size, size);
    paintAvatar(frame.painter, avatar, frame.row.title, frame.row.colorKey, frame.option.font, &m_avatars);
    if (!frame.row.presence)
        return;
    const int dot = frame.scale(dotSize);
    const QRect place = frame.place(margin + size - dot, top + size - dot, dot, dot);
    paintPresence(frame.painter, place, *frame.row.presence, m_theme.colors(), background(frame));
}

void ConversationDelegate::paintName(const Frame &frame, const QRect &rect) const
{
    const bool unread = frame.row.unreadCount > 0;
    const QFont font = relativeFont(frame.option.font, 1.08, unread ? QFont::DemiBold : QFont::Medium);
    frame.drawText(rect, frame.row.title, font, m_theme.colors().text);
}

void ConversationDelegate::paintOnlyLine(const Frame &frame) const
{
    int right = paintSigns(frame, 0, frame.height());
    if (frame.row.previewKind == ConversationRow::Preview::Draft) {
        const int size = frame.scale(iconSize);
        paintIcon(frame.painter, frame.place(right - size, (frame.height() - size) / 2, size, size),
                  QStringLiteral("edit"), m_theme.colors().danger);
        right -= size + gap;
    }
    paintName(frame, frame.place(frame.textLeft(), 0, right - frame.textLeft(), frame.height()));
}

void ConversationDelegate::paintTitleLine(const Frame &frame) const
{
    const ThemeColors &colors = m_theme.colors();
    const bool unread = frame.row.unreadCount > 0;
    const QFont timeFont = relativeFont(frame.option.font, 0.88);
    const QString time = shortTime(frame.row.lastActivity, QDateTime::currentDateTime(), QLocale());
    const int timeWidth = QFontMetrics(timeFont).horizontalAdvance(time) + 1;
    const int height = frame.height() / 2 - 8;
    const int right = frame.width() - margin - 2;

    const QColor timeColor = unread && !frame.row.muted ? colors.link : secondaryColor(frame);
    frame.drawText(frame.place(right - timeWidth, 9, timeWidth, height), time, timeFont, timeColor);
    paintName(frame, frame.place(frame.textLeft(), 9, right - timeWidth - gap - frame.textLeft(), height));
}

// What is unread, pinned and muted. Returns where that leaves room up to.
int ConversationDelegate::paintSigns(const Frame &frame, int top, int height) const
{
    const ThemeColors &colors = m_theme.colors();
    const ConversationRow &row = frame.row;
    int right = frame.width() - margin - 2;

    if (row.unreadCount > 0) {
        const bool mention = row.mentionCount > 0;
        const QString text = mention ? QStringLiteral("@") : badgeText(row.unreadCount);
        const QFont font = relativeFont(frame.option.font, 0.85, QFont::DemiBold);
        const int tall = std::max(badgeHeight, QFontMetrics(font).height() + 2);
        const int width = std::max(tall, QFontMetrics(font).horizontalAdvance(text) + tall / 2 + 2);
        const QRect badge = frame.place(right - width, top + (height - tall) / 2, width, tall);
        frame.painter.setPen(Qt::NoPen);
        frame.painter.setBrush(mention ? colors.danger : row.muted ? colors.secondary : colors.accent);
        frame.painter.drawRoundedRect(badge, tall / 2.0, tall / 2.0);
        frame.painter.setFont(font);
        frame.painter.setPen(mention || row.muted ? colors.window : colors.onAccent);
        frame.painter.drawText(badge, Qt::AlignCenter, text);
        right -= width + gap;
    }
    const auto icon = [&](bool shown, const QString &name) {
        if (!shown)
            return;
        const int size = frame.scale(iconSize);
        const QRect rect = frame.place(right - size, top + (height - size) / 2, size, size);
        paintIcon(frame.painter, rect, name, secondaryColor(frame));
        right -= size + gap;
    };
    icon(row.pinned, QStringLiteral("pin"));
    icon(row.muted, QStringLiteral("muted"));
    return right;
}

void ConversationDelegate::paintPreviewLine(const Frame &frame) const
{
    const ThemeColors &colors = m_theme.colors();
    const ConversationRow &row = frame.row;
    const int top = frame.height() / 2 + 1;
    const int height = frame.height() / 2 - 9;
    const int right = paintSigns(frame, top, height);
    int left = frame.textLeft();
    QColor color = secondaryColor(frame);
    if (row.previewKind == ConversationRow::Preview::Draft)
        left += frame.drawText(frame.place(left, top, right - left, height), tr("Draft:") + u' ',
                               frame.option.font, colors.danger);
    else if (row.previewKind == ConversationRow::Preview::Typing)
        color = colors.link;
    frame.drawText(frame.place(left, top, right - left, height), row.preview, frame.option.font, color);
}

} // namespace Hearth
