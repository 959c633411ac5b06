// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/markdown.h"

#include "ui/timeline/links.h"

#include <QRegularExpression>

#include <md4c.h>

#include <algorithm>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int deepest = 6;

QString toString(const MD_ATTRIBUTE &attribute)
{
    return QString::fromUtf8(attribute.text, attribute.size);
}

bool isFence(QStringView line)
{
    const QStringView text = line.trimmed();
    return text.startsWith("```"_L1) || text.startsWith("~~~"_L1);
}

bool isListItem(QStringView line)
{
    qsizetype i = 0;
    while (i < line.size() && i < 9 && line[i] >= u'0' && line[i] <= u'9')
        ++i;
    const bool bullet = i == 0 && !line.isEmpty() && (line[0] == u'-' || line[0] == u'*' || line[0] == u'+');
    const bool number = i > 0 && i < line.size() && (line[i] == u'.' || line[i] == u')');
    return (bullet || number) && i + 1 < line.size() && line[i + 1] == u' ';
}

// Markdown lets a quote or a list go on over lines that do not say so ("lazy continuation"). In a chat the
// line after a quote is the answer to it: an empty line before it ends the quote or list.
QString withoutLazyLines(const QString &text)
{
    QString result;
    result.reserve(text.size() + 16);
    bool inFence = false;
    bool inQuote = false;
    bool inList = false;
    for (const QStringView line : QStringView(text).tokenize(u'\n')) {
        const bool quote = !inFence && line.startsWith(u'>');
        const bool item = !inFence && isListItem(line);
        const bool indented = line.startsWith(u' ') || line.startsWith(u'\t');
        const bool plain = !inFence && !line.isEmpty() && !quote && !item && !indented;
        if (plain && (inQuote || inList))
            result += u'\n';
        inQuote = quote;
        inList = item || (inList && !plain && !quote);
        if (isFence(line))
            inFence = !inFence;
        result += line;
        result += u'\n';
    }
    result.chop(1);
    return result;
}

// Collects what md4c reports into blocks.
class Builder
{
public:
    void enterBlock(MD_BLOCKTYPE type, const void *detail);
    void leaveBlock(MD_BLOCKTYPE type);
    void enterSpan(MD_SPANTYPE type, const void *detail);
    void leaveSpan(MD_SPANTYPE type);
    void addText(MD_TEXTTYPE type, const QString &text);
    [[nodiscard]] QList<TextBlock> take();

private:
    struct List {
        bool ordered = false;
        bool tightItems = false;
        unsigned next = 1;
    };

    void startBlock(bool tight);
    void endBlock();
    void putWithOwnLinks(const QString &text);
    void put(const QString &text);
    [[nodiscard]] int styles() const;

    QList<TextBlock> m_blocks;
    TextBlock m_block;
    QList<List> m_lists;
    QString m_marker; // for the next block
    int m_quotes = 0;
    bool m_inBlock = false;
    bool m_joinNext = false; // the next block continues a tight list
    int m_depth[6] = {}; // open spans by style bit
    QStringList m_urls; // of open links and pictures
};

int styleBit(MD_SPANTYPE type)
{
    switch (type) {
    case MD_SPAN_STRONG: return 0;
    case MD_SPAN_EM: return 1;
    case MD_SPAN_DEL: return 2;
    case MD_SPAN_CODE: return 3;
    default: return -1;
    }
}

void Builder::enterBlock(MD_BLOCKTYPE type, const void *detail)
{
    std::ranges::fill(m_depth, 0); // no span goes on into another block, though md4c may have left one open
    m_urls.clear();
    switch (type) {
    case MD_BLOCK_QUOTE: endBlock(), ++m_quotes; break;
    case MD_BLOCK_UL:
        endBlock();
        m_lists.append(List{.tightItems = static_cast<const MD_BLOCK_UL_DETAIL *>(detail)->is_tight != 0});
        break;
    case MD_BLOCK_OL: {
        endBlock();
        const auto *list = static_cast<const MD_BLOCK_OL_DETAIL *>(detail);
        m_lists.append(List{.ordered = true, .tightItems = list->is_tight != 0, .next = list->start});
        break;
    }
    case MD_BLOCK_LI: {
        List &list = m_lists.last();
        m_marker = list.ordered ? QString::number(list.next) + u'.' : u"\u2022"_s;
        ++list.next;
        break;
    }
    case MD_BLOCK_HR:
        startBlock(false);
        put(u"\u2014\u2014\u2014"_s);
        endBlock();
        break;
    case MD_BLOCK_H: startBlock(false), ++m_depth[0]; break;
    case MD_BLOCK_CODE: startBlock(false), m_block.code = true; break;
    case MD_BLOCK_P: startBlock(m_joinNext); break;
    default: break;
    }
}

void Builder::leaveBlock(MD_BLOCKTYPE type)
{
    switch (type) {
    case MD_BLOCK_QUOTE: endBlock(), --m_quotes, m_joinNext = false; break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
        endBlock();
        m_lists.removeLast();
        m_joinNext = !m_lists.isEmpty() && m_lists.last().tightItems;
        break;
    case MD_BLOCK_LI:
        if (!m_marker.isEmpty())
            startBlock(m_joinNext); // an item without text still has its marker
        endBlock();
        m_joinNext = m_lists.last().tightItems;
        break;
    case MD_BLOCK_H: endBlock(), m_depth[0] = 0; break;
    case MD_BLOCK_CODE:
        if (m_block.text.endsWith(u'\n'))
            m_block.text.chop(1);
        endBlock();
        break;
    case MD_BLOCK_P: endBlock(); break;
    default: break;
    }
}

void Builder::enterSpan(MD_SPANTYPE type, const void *detail)
{
    if (type == MD_SPAN_A)
        m_urls.append(toString(static_cast<const MD_SPAN_A_DETAIL *>(detail)->href));
    else if (type == MD_SPAN_IMG)
        m_urls.append(toString(static_cast<const MD_SPAN_IMG_DETAIL *>(detail)->src));
    else if (const int bit = styleBit(type); bit >= 0)
        ++m_depth[bit];
}

// md4c leaves a span now and then that it never entered, as where pictures and links interleave.
void Builder::leaveSpan(MD_SPANTYPE type)
{
    if (type == MD_SPAN_A || type == MD_SPAN_IMG) {
        if (!m_urls.isEmpty())
            m_urls.removeLast();
    } else if (const int bit = styleBit(type); bit >= 0) {
        m_depth[bit] = std::max(0, m_depth[bit] - 1);
    }
}

void Builder::addText(MD_TEXTTYPE type, const QString &text)
{
    if (!m_inBlock)
        startBlock(m_joinNext); // the text of a tight list's item comes without a paragraph
    switch (type) {
    case MD_TEXT_BR:
    case MD_TEXT_SOFTBR:
        endBlock();
        startBlock(true);
        break;
    case MD_TEXT_NULLCHAR: put(QString(QChar::ReplacementCharacter)); break;
    case MD_TEXT_NORMAL: putWithOwnLinks(text); break;
    default: put(text); break;
    }
}

// md4c knows the bare addresses of the web; those of hearth are found here.
void Builder::putWithOwnLinks(const QString &text)
{
    static const QRegularExpression address(uR"(\bhearth://[^\s<>"]*[^\s<>".,;:!?)'])"_s);
    qsizetype done = 0;
    for (auto found = address.globalMatch(m_urls.isEmpty() ? text : QString()); found.hasNext();) {
        const QRegularExpressionMatch link = found.next();
        put(text.sliced(done, link.capturedStart() - done));
        m_urls.append(link.captured());
        put(link.captured());
        m_urls.removeLast();
        done = link.capturedEnd();
    }
    put(text.sliced(done));
}

void Builder::startBlock(bool tight)
{
    endBlock();
    m_block = TextBlock{
        .tight = tight && !m_blocks.isEmpty(),
        .quoteDepth = std::min(m_quotes, deepest),
        .indent = std::min(int(m_lists.size()), deepest),
        .marker = std::exchange(m_marker, {}),
    };
    m_inBlock = true;
}

void Builder::endBlock()
{
    if (std::exchange(m_inBlock, false))
        m_blocks.append(std::exchange(m_block, {}));
}

void Builder::put(const QString &text)
{
    const QString url = m_urls.isEmpty() ? QString() : safeUrl(m_urls.last());
    const int style = styles() | (url.isEmpty() ? 0 : TextSpan::Link);
    const int start = int(m_block.text.size());
    m_block.text += text;
    if (style == 0 || text.isEmpty())
        return;
    if (!m_block.spans.isEmpty()) {
        TextSpan &last = m_block.spans.last();
        if (last.start + last.length == start && last.styles == style && last.url == url) {
            last.length += int(text.size());
            return;
        }
    }
    m_block.spans.append({start, int(text.size()), style, url});
}

int Builder::styles() const
{
    int styles = 0;
    for (int bit = 0; bit < 4; ++bit)
        styles |= m_depth[bit] > 0 ? 1 << bit : 0;
    return styles;
}

QList<TextBlock> Builder::take()
{
    endBlock();
    return std::move(m_blocks);
}

Builder &builder(void *data)
{
    return *static_cast<Builder *>(data);
}

const MD_PARSER parser{
    .abi_version = 0,
    .flags =
        MD_FLAG_NOHTML | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEAUTOLINKS | MD_FLAG_NOINDENTEDCODEBLOCKS,
    .enter_block =
        [](MD_BLOCKTYPE type, void *detail, void *data) {
            builder(data).enterBlock(type, detail);
            return 0;
        },
    .leave_block =
        [](MD_BLOCKTYPE type, void *, void *data) {
            builder(data).leaveBlock(type);
            return 0;
        },
    .enter_span =
        [](MD_SPANTYPE type, void *detail, void *data) {
            builder(data).enterSpan(type, detail);
            return 0;
        },
    .leave_span =
        [](MD_SPANTYPE type, void *, void *data) {
            builder(data).leaveSpan(type);
            return 0;
        },
    .text =
        [](MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *data) {
            builder(data).addText(type, QString::fromUtf8(text, size));
            return 0;
        },
    .debug_log = nullptr,
    .syntax = nullptr,
};

} // namespace

QList<TextBlock> parseMarkdown(const QString &text)
{
    Builder blocks;
    const QByteArray utf8 = withoutLazyLines(text).toUtf8();
    if (md_parse(utf8.constData(), MD_SIZE(utf8.size()), &parser, &blocks) != 0)
        return plainBlocks(text);
    QList<TextBlock> result = blocks.take();
    return result.isEmpty() ? plainBlocks(text) : result;
}

QList<TextBlock> plainBlocks(const QString &text, int styles)
{
    QList<TextBlock> blocks;
    for (const QString &line : text.split(u'\n')) {
        TextBlock block{.text = line, .tight = !blocks.isEmpty()};
        if (styles != 0 && !line.isEmpty())
            block.spans.append({0, int(line.size()), styles});
        blocks.append(block);
    }
    return blocks;
}

} // namespace Hearth
