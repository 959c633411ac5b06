// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/messagelayout.h"

#include "ui/paint.h"
#include "ui/timeline/messagetext.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int spaceAfterName = 6; // between a name and the text that it stands before

struct LayoutText {
    Q_DECLARE_TR_FUNCTIONS(Hearth::MessageLayout)
};

void addDim(QList<TextBlock> &blocks, const QString &text)
{
    TextBlock &last = blocks.last();
    last.spans.append({int(last.text.size()), int(text.size()), TextSpan::Dim});
    last.text += text;
}

// The rectangles that a stretch of text covers, one for each line; more where directions mix, which is fine.
QList<QRect> rectsOf(const QTextLayout &layout, QPoint pos, int start, int length)
{
    QList<QRect> rects;
    for (int i = 0; i < layout.lineCount(); ++i) {
        const QTextLine line = layout.lineAt(i);
        const int from = std::max(start, line.textStart());
        const int to = std::min(start + length, line.textStart() + line.textLength());
        if (from >= to)
            continue;
        const qreal x1 = line.cursorToX(from);
        const qreal x2 = line.cursorToX(to);
        const QRectF rect(std::min(x1, x2), line.y(), std::abs(x2 - x1), line.height());
        rects.append(rect.translated(pos).toAlignedRect());
    }
    return rects;
}

// Where a stretch of text has a ground of its own; invalid: nowhere.
QColor groundOf(int styles, const ThemeColors &colors)
{
    if (styles & TextSpan::OwnMention)
        return colors.accent;
    if (styles & TextSpan::Mention)
        return colors.selection;
    return styles & TextSpan::Code ? colors.codeBackground : QColor();
}

// Texts begin at one side, whatever direction each of them has. (QTextLayout aligns as if from the left.)
Qt::Alignment leadingSide(const TimelineStyle &style)
{
    return style.mirrored ? Qt::AlignRight : Qt::AlignLeft;
}

bool beginsWithWords(const TextBlock &block)
{
    return !block.code && block.quoteDepth == 0 && block.indent == 0;
}

} // namespace

MessageLayout::MessageLayout(const TimelineItem &item, int width, const TimelineStyle &style,
                             const MessageNames &names)
    : m_width(width)
{
    if (item.reply && !item.deleted)
        addQuote(*item.reply, names, width, style);
    const QList<TextBlock> blocks = messageBlocks(item, names.self);
    if (style.row.nameInText && names.of && item.type != MessageType::System)
        addName(names.of(item.senderId), !blocks.isEmpty() && beginsWithWords(blocks.first()), style);
    addText(item, blocks, style);
    m_writtenLength = m_plainText.size();
    if (item.deleted || item.type == MessageType::System)
        return;
    if (!item.files.isEmpty())
        addAttachments(item, width, style);
    if (!item.reactions.isEmpty())
        addReactions(item, names.self, width, style);
    if (item.replies > 0 && style.showsThreads)
        addThread(item.replies, width, style);
    addTrouble(item, style);
}

void MessageLayout::addText(const TimelineItem &item, QList<TextBlock> blocks, const TimelineStyle &style)
{
    if (blocks.isEmpty())
        return;
    const bool edited = item.edited && !item.deleted && item.type != MessageType::System;
    const int selectable = int(blocks.last().text.size());
    if (edited)
        addDim(blocks, u"  "_s + LayoutText::tr("(edited)"));
    for (const TextBlock &block : std::as_const(blocks))
        addBlock(block, m_width, style);
    Block &last = m_blocks.back();
    m_plainText.chop(last.length - selectable);
    last.length = selectable;
    if (edited && !item.outgoing)
        m_targets.append({.kind = MessageTarget::Kind::Versions,
                          .label = LayoutText::tr("(edited)"),
                          .rects = rectsOf(*last.layout, last.pos, selectable + 2,
                                           int(last.layout->text().size()) - selectable - 2)});
}

// Before the text on its first line, where that begins with words; otherwise on a line of its own.
void MessageLayout::addName(const QString &name, bool inText, const TimelineStyle &style)
{
    const QFontMetrics metrics(style.name);
    const int nameWidth = std::min(metrics.horizontalAdvance(name) + 1, m_width * 2 / 5);
    m_name = {style.mirrored ? m_width - nameWidth : 0, m_height, nameWidth, style.lineHeight};
    m_firstBaseline = m_height + (style.lineHeight - metrics.height()) / 2 + metrics.ascent();
    m_lastLineCenter = m_name.center().y();
    if (!inText)
        m_height += style.lineHeight;
}

void MessageLayout::addTrouble(const TimelineItem &item, const TimelineStyle &style)
{
    using Kind = MessageTarget::Kind;
    if (item.outgoing == OutgoingState::Failed)
        addFailure(item.error.isEmpty() ? LayoutText::tr("Not sent.") : item.error,
                   {{Kind::Retry, LayoutText::tr("Retry")},
                    {Kind::Delete, LayoutText::tr("Delete")},
                    {Kind::Copy, LayoutText::tr("Copy")}},
                   m_width, style);
    else if (!item.refusal.isEmpty())
        addFailure(LayoutText::tr("Your change was not saved. %1").arg(item.refusal),
                   {{Kind::RetryEdit, LayoutText::tr("Retry")}, {Kind::DropEdit, LayoutText::tr("Discard")}},
                   m_width, style);
}

void MessageLayout::addBlock(const TextBlock &source, int width, const TimelineStyle &style)
{
    using namespace TimelineSize;
    Block block;
    const QFont &font = source.code ? style.code : style.text;
    const QFontMetrics metrics(font);
    const int lineHeight = source.code ? style.codeLineHeight : style.lineHeight;
    const int padding = source.code ? codePadding : 0;
    const int left = source.quoteDepth * quoteIndent + source.indent * indent;
    const bool besideName = m_blocks.empty() && m_name.top() == m_height && m_name.width() > 0;

    if (!m_blocks.empty()) {
        m_height += source.tight ? 0 : blockGap;
        m_plainText += u'\n';
    }
    block.start = int(m_plainText.size());
    block.length = int(source.text.size());
    m_plainText += source.text;

    QString text = source.text;
    text.replace(u'\n', QChar::LineSeparator);
    block.layout = std::make_unique<QTextLayout>(text, font);
    QTextOption option;
    option.setWrapMode(source.code ? QTextOption::WrapAnywhere : QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(source.code ? Qt::LeftToRight : Qt::LayoutDirectionAuto);
    option.setAlignment(source.code ? Qt::AlignLeft : leadingSide(style));
    option.setTabStopDistance(4 * metrics.horizontalAdvance(u' '));
    block.layout->setTextOption(option);
    block.layout->setCacheEnabled(true);
    block.layout->setFormats(formatsOf(source, style));

    const int top = m_height;
    block.indent = left;
    block.pos = {(style.mirrored ? 0 : left) + padding, top + (source.code ? padding - 2 : 0)};
    breakLines(block, std::max(1, width - left - 2 * padding), lineHeight, metrics,
               besideName ? m_name.width() + spaceAfterName : 0, style.mirrored);
    const int textHeight = block.layout->lineCount() * lineHeight;
    m_height = block.pos.y() + textHeight + (source.code ? padding - 2 : 0);
    if (source.code)
        block.box = QRect(style.mirrored ? 0 : left, top, width - left, m_height - top);

    const bool joins = source.tight && !m_blocks.empty();
    for (int depth = 0; depth < source.quoteDepth; ++depth)
        block.quoteBars.append(style.mirrored ? width - depth * quoteIndent - quoteBar : depth * quoteIndent);
    const bool quoteGoesOn = joins || (!m_blocks.empty() && !m_blocks.back().quoteBars.isEmpty());
    const int quoteTop = quoteGoesOn && !m_blocks.empty() ? top - (joins ? 0 : blockGap) : top;
    block.quoteRect = QRect(0, quoteTop, 0, m_height - quoteTop);

    block.marker = source.marker;
    const int baseline = block.pos.y() + (lineHeight - metrics.height()) / 2 + metrics.ascent();
    block.markerPos = {style.mirrored ? width - left + 6 : left - 6, baseline};
    if (m_blocks.empty() && (m_name.isNull() || besideName))
        m_firstBaseline = baseline;
    m_lastLineCenter = block.pos.y() + textHeight - lineHeight / 2;
    decorate(block, source, style);
    m_blocks.push_back(std::move(block));
}

// Every line is as high as every other and stands on the font's baseline, whatever fallback fonts it needs.
// The first begins after `indent`, or ends before it.
void MessageLayout::breakLines(Block &block, int width, int lineHeight, const QFontMetrics &metrics,
                               int indent, bool indentAtEnd)
{
    const qreal baseline = (lineHeight - metrics.height()) / 2 + metrics.ascent();
    block.layout->beginLayout();
    for (int y = 0;; y += lineHeight) {
        QTextLine line = block.layout->createLine();
        if (!line.isValid())
            break;
        const int free = y == 0 ? indent : 0;
        line.setLineWidth(width - free);
        line.setPosition({qreal(indentAtEnd ? 0 : free), y + baseline - line.ascent()});
    }
    block.layout->endLayout();
}

void MessageLayout::decorate(Block &block, const TextBlock &source, const TimelineStyle &style)
{
    for (const TextSpan &span : source.spans) {
        if (const QColor ground = groundOf(span.styles, style.colors); ground.isValid()) {
            const int side = span.styles & TextSpan::Code ? 2 : 1; // the space beside a name stays one
            for (const QRect &rect : rectsOf(*block.layout, block.pos, span.start, span.length))
                block.grounds.append({rect.adjusted(-side, -1, side, 1), ground});
        }
        if (span.styles & TextSpan::Link) {
            const QString label = source.text.mid(span.start, span.length);
            const auto rects = rectsOf(*block.layout, block.pos, span.start, span.length);
            // A link with bold words in it is several spans, but one thing to press.
            const bool goesOn = !m_targets.isEmpty() && m_targets.last().url == span.url && span.start > 0
                && !m_targets.last().rects.isEmpty() && !rects.isEmpty()
                && m_targets.last().rects.last().right() + 2 >= rects.first().left()
                && m_targets.last().rects.last().bottom() >= rects.first().top();
            if (goesOn) {
                m_targets.last().label += label;
                m_targets.last().rects += rects;
            } else {
                m_targets.append({MessageTarget::Kind::Link, label, span.url, rects});
            }
        }
    }
}

// Below the text. A message of files alone has its state beside the last of them.
void MessageLayout::addAttachments(const TimelineItem &item, int width, const TimelineStyle &style)
{
    constexpr int gap = 4; // above, below and between text and files
    m_attachments =
        layOutAttachments(item.files, m_height + gap, width, !item.outgoing.has_value(), style.mirrored);
    for (int i = 0; i < m_attachments.size(); ++i) {
        AttachmentBox &box = m_attachments[i];
        if (!m_plainText.isEmpty())
            m_plainText += u'\n';
        box.start = int(m_plainText.size());
        m_plainText += box.name;
        m_targets.append(
            {.kind = MessageTarget::Kind::File, .label = box.name, .rects = {box.rect}, .file = i});
        if (!box.save.isNull())
            m_targets.append({.kind = MessageTarget::Kind::SaveFile, .rects = {box.save}, .file = i});
    }
    m_height = m_attachments.last().rect.bottom() + 1 + gap;
    m_lastLineCenter = m_height - gap - style.lineHeight / 2;
    if (m_blocks.empty() && m_name.isNull())
        m_firstBaseline = gap + QFontMetrics(style.text).ascent();
}

void MessageLayout::addQuote(const QuotedMessage &quoted, const MessageNames &names, int width,
                             const TimelineStyle &style)
{
    const bool isKnown = !quoted.gone && quoted.seq > 0;
    m_quote = layOutQuote(quoted, isKnown && names.of ? names.of(quoted.senderId) : QString(), width, style);
    m_targets.append({.kind = MessageTarget::Kind::Quote, .label = m_quote.text, .rects = {m_quote.rect}});
    m_height = m_quote.rect.bottom() + 3;
}

void MessageLayout::addReactions(const TimelineItem &item, const UserId &self, int width,
                                 const TimelineStyle &style)
{
    constexpr int gap = 4;
    m_reactions = layOutReactions(item.reactions, self, m_height + gap, width, style);
    using Kind = MessageTarget::Kind;
    for (const ReactionChip &chip : std::as_const(m_reactions))
        m_targets.append({.kind = chip.isMore() ? Kind::React : Kind::Reaction,
                          .label = chip.isMore() ? LayoutText::tr("React with something else") : chip.emoji,
                          .rects = {chip.rect}});
    m_height = m_reactions.last().rect.bottom() + 1 + gap;
}

void MessageLayout::addThread(int replies, int width, const TimelineStyle &style)
{
    const QString label = LayoutText::tr("%Ln replies", nullptr, replies);
    const int labelWidth = QFontMetrics(style.small).horizontalAdvance(label);
    const QRect rect(style.mirrored ? width - labelWidth : 0, m_height, labelWidth,
                     style.smallLineHeight + 4);
    m_targets.append({.kind = MessageTarget::Kind::Thread, .label = label, .rects = {rect}});
    m_height = rect.bottom() + 1;
}

// "The server's reason.  Retry  Delete  Copy", the actions on a line of their own where there is no room.
void MessageLayout::addFailure(const QString &reason, const QList<Action> &actions, int width,
                               const TimelineStyle &style)
{
    constexpr int gap = 12;
    const int spare = std::max(2, (leastTarget - style.smallLineHeight + 1) / 2); // above and below
    Block block;
    const QFontMetrics metrics(style.small);
    block.layout = std::make_unique<QTextLayout>(reason, style.small);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(Qt::LayoutDirectionAuto);
    option.setAlignment(leadingSide(style));
    block.layout->setTextOption(option);
    QTextCharFormat format;
    format.setForeground(style.colors.danger);
    block.layout->setFormats({{0, int(reason.size()), format}});
    block.pos = {0, m_height + spare};
    block.start = int(m_plainText.size());
    breakLines(block, width, style.smallLineHeight, metrics);

    int actionsWidth = -gap;
    for (const Action &action : actions)
        actionsWidth += gap + metrics.horizontalAdvance(action.label);

    const int lines = block.layout->lineCount();
    const int lastWidth = int(std::ceil(block.layout->lineAt(lines - 1).naturalTextWidth()));
    const bool fits = lastWidth + gap + actionsWidth <= width;
    int x = fits ? lastWidth + gap : 0;
    const int y = block.pos.y() + (lines - (fits ? 1 : 0)) * style.smallLineHeight;
    for (const Action &action : actions) {
        const int w = metrics.horizontalAdvance(action.label);
        const QRect rect(style.mirrored ? width - x - w : x, y, w, style.smallLineHeight);
        m_targets.append({action.kind, action.label, {}, {rect.adjusted(0, -spare, 0, spare)}});
        x += w + gap;
    }
    m_height = y + style.smallLineHeight + spare;
    m_blocks.push_back(std::move(block));
}

int MessageLayout::usedWidth(bool mirrored) const
{
    int used = 1;
    for (const Block &block : m_blocks) {
        const int padding = block.box.isNull() ? 0 : TimelineSize::codePadding;
        for (int i = 0; i < block.layout->lineCount(); ++i) {
            const qreal line = block.layout->lineAt(i).naturalTextWidth();
            used = std::max(used, block.indent + int(std::ceil(line)) + 2 * padding);
        }
    }
    for (const MessageTarget &target : m_targets) {
        if (target.kind == MessageTarget::Kind::Link || target.kind == MessageTarget::Kind::Versions)
            continue; // they are in the text
        for (const QRect &rect : target.rects)
            used = std::max(used, mirrored ? m_width - rect.left() : rect.right() + 1);
    }
    return std::min(used, m_width);
}

int MessageLayout::positionAt(QPoint point) const
{
    const Block *nearest = nullptr;
    for (const Block &block : m_blocks) {
        if (block.length == 0 && nearest)
            continue;
        if (nearest && point.y() < block.pos.y())
            break;
        nearest = &block;
    }
    for (const AttachmentBox &box : m_attachments) {
        if (point.y() >= box.rect.top() && (point.y() >= box.rect.center().y() || !nearest))
            return box.start + (point.y() < box.rect.center().y() ? 0 : int(box.name.size()));
    }
    if (!nearest)
        return 0;
    const QPoint local = point - nearest->pos;
    QTextLine line = nearest->layout->lineAt(0);
    for (int i = 1; i < nearest->layout->lineCount() && nearest->layout->lineAt(i).y() <= local.y(); ++i)
        line = nearest->layout->lineAt(i);
    return nearest->start + std::min(nearest->length, line.xToCursor(local.x()));
}

bool MessageLayout::isOverText(QPoint point) const
{
    return std::ranges::any_of(m_blocks, [point](const Block &block) {
        const QPointF local = point - block.pos;
        for (int i = 0; i < block.layout->lineCount(); ++i) {
            if (block.layout->lineAt(i).naturalTextRect().contains(local))
                return block.length > 0;
        }
        return false;
    });
}

int MessageLayout::targetAt(QPoint point) const
{
    const auto isHit = [point](const MessageTarget &target) {
        return std::ranges::any_of(target.rects, [point](const QRect &rect) { return rect.contains(point); });
    };
    // From the end: the button that saves a file stands on the file.
    for (int i = int(m_targets.size()) - 1; i >= 0; --i) {
        if (isHit(m_targets.at(i)))
            return i;
    }
    return -1;
}

} // namespace Hearth
