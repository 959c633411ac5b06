// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/messagetext.h"

#include <QCoreApplication>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

struct MessageText {
    Q_DECLARE_TR_FUNCTIONS(Hearth::MessageLayout)
};

QList<TextBlock> blocksOf(const TimelineItem &item)
{
    if (item.deleted)
        return plainBlocks(MessageText::tr("This message was deleted."), TextSpan::Italic | TextSpan::Dim);
    if (item.type == MessageType::System)
        return plainBlocks(item.text, TextSpan::Dim);
    QList<TextBlock> blocks;
    if (!item.text.isEmpty() || item.files.isEmpty())
        blocks = parseMarkdown(item.text);
    else if (item.edited)
        blocks = plainBlocks({}, TextSpan::Dim); // that says so
    return blocks;
}

// A name stands in the text as it was written, whatever Markdown is around it: the n-th of what is seen there
// is the n-th here. (In the address of a link it is not seen.) Its span comes after those that it may
// overlap.
void addMentions(QList<TextBlock> &blocks, const TimelineItem &item, const UserId &self)
{
    for (const Mention &mention : item.mentions) {
        const QString name = item.text.mid(mention.offset, mention.length);
        if (name.isEmpty())
            continue;
        qsizetype before = 0;
        for (const TextBlock &block : parseMarkdown(item.text.left(mention.offset)))
            before += block.text.count(name);
        for (TextBlock &block : blocks) {
            qsizetype at = block.text.indexOf(name);
            for (; at >= 0 && before > 0; --before)
                at = block.text.indexOf(name, at + name.size());
            if (at < 0)
                continue;
            const int styles = mention.userId == self ? TextSpan::OwnMention : TextSpan::Mention;
            block.spans.append({int(at), int(name.size()), styles});
            break;
        }
    }
}

QTextCharFormat formatOf(const TextSpan &span, const TimelineStyle &style)
{
    QTextCharFormat format;
    if (span.styles & TextSpan::Code)
        format.setFont(style.code);
    if (span.styles & TextSpan::Bold)
        format.setFontWeight(QFont::DemiBold);
    if (span.styles & TextSpan::Italic)
        format.setFontItalic(true);
    if (span.styles & TextSpan::Strike)
        format.setFontStrikeOut(true);
    if (span.styles & TextSpan::Dim)
        format.setForeground(style.colors.secondary);
    if (span.styles & (TextSpan::Link | TextSpan::Mention))
        format.setForeground(style.colors.link);
    if (span.styles & TextSpan::OwnMention)
        format.setForeground(style.colors.onAccent);
    return format;
}

// A sign that asks for its coloured form (U+FE0F) gets it, also where the text font has a form of its own.
void addEmojiFormats(QList<QTextLayout::FormatRange> &formats, const QString &text, const QFont &font)
{
    for (qsizetype i = text.indexOf(QChar(0xfe0f)); i > 0; i = text.indexOf(QChar(0xfe0f), i + 1)) {
        const int length = text.at(i - 1).isLowSurrogate() && i > 1 ? 3 : 2;
        QTextCharFormat format;
        format.setFont(font);
        format.setFontFamilies(QStringList{u"Noto Color Emoji"_s});
        formats.append({int(i) + 1 - length, length, format});
    }
}

} // namespace

QList<TextBlock> messageBlocks(const TimelineItem &item, const UserId &self)
{
    QList<TextBlock> blocks = blocksOf(item);
    if (!item.deleted && item.type != MessageType::System)
        addMentions(blocks, item, self);
    return blocks;
}

QList<QTextLayout::FormatRange> formatsOf(const TextBlock &block, const TimelineStyle &style)
{
    QList<QTextLayout::FormatRange> formats;
    for (const TextSpan &span : block.spans)
        formats.append({span.start, span.length, formatOf(span, style)});
    QString text = block.text;
    text.replace(u'\n', QChar::LineSeparator);
    addEmojiFormats(formats, text, block.code ? style.code : style.text);
    return formats;
}

} // namespace Hearth
