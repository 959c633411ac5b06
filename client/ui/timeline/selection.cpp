// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/selection.h"

#include <QMimeData>
#include <QRegularExpression>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

TimelineSelection::TimelineSelection(const TimelineStore &store)
    : m_store(store)
{ }

void TimelineSelection::start(const TextPlace &place)
{
    m_from = m_to = place;
}

void TimelineSelection::extendTo(const TextPlace &place)
{
    m_to = place;
}

void TimelineSelection::clear()
{
    m_from = m_to = {};
}

bool TimelineSelection::isEmpty() const
{
    return m_from == m_to || m_store.indexOf(m_from.rowId) < 0 || m_store.indexOf(m_to.rowId) < 0;
}

std::pair<TextPlace, TextPlace> TimelineSelection::ordered() const
{
    const int from = m_store.indexOf(m_from.rowId);
    const int to = m_store.indexOf(m_to.rowId);
    const bool forward = from < to || (from == to && m_from.position <= m_to.position);
    return forward ? std::pair(m_from, m_to) : std::pair(m_to, m_from);
}

int TimelineSelection::firstRow() const
{
    return m_store.indexOf(ordered().first.rowId);
}

int TimelineSelection::lastRow() const
{
    return m_store.indexOf(ordered().second.rowId);
}

std::pair<int, int> TimelineSelection::rangeIn(int row, int length) const
{
    if (isEmpty() || row < firstRow() || row > lastRow())
        return {0, 0};
    const auto [first, last] = ordered();
    const int from = row == firstRow() ? std::min(first.position, length) : 0;
    const int to = row == lastRow() ? std::min(last.position, length) : length;
    return {from, to - from};
}

namespace {

// So that nothing in a text is taken for Markdown (CommonMark 0.30, 2.4): signs within a line, and what would
// make of its beginning something else.
QString escapedMarkdown(QString text)
{
    static const QRegularExpression signs(u"([\\\\`*_\\[\\]<>~&])"_s);
    static const QRegularExpression starts(u"^( *)([#+=-])"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression numbers(u"^( *\\d+)([.)])"_s, QRegularExpression::MultilineOption);
    text.replace(signs, u"\\\\1"_s);
    text.replace(starts, u"\\1\\\\2"_s);
    text.replace(numbers, u"\\1\\\\2"_s);
    return text.replace(u'\n', "  \n"_L1);
}

QString toMarkdown(const CopiedRow &row, bool withSender)
{
    const QString text = row.markdown.isEmpty() ? escapedMarkdown(row.text) : row.markdown;
    return withSender ? u"**%1** %2\n\n"_s.arg(escapedMarkdown(row.name), row.time) + text : text;
}

} // namespace

std::unique_ptr<QMimeData> toMimeData(const QList<CopiedRow> &rows)
{
    const auto escaped = [](const QString &text) { return text.toHtmlEscaped().replace(u'\n', "<br>"_L1); };
    QStringList plain;
    QStringList markdown;
    QString html;
    for (const CopiedRow &row : rows) {
        markdown.append(toMarkdown(row, rows.size() > 1));
        if (rows.size() == 1) {
            plain.append(row.text);
            html += "<p>"_L1 + escaped(row.text) + "</p>"_L1;
        } else {
            plain.append(u"[%1] %2: %3"_s.arg(row.time, row.name, row.text));
            html += "<p><b>"_L1 + escaped(row.name) + "</b> "_L1 + escaped(row.time) + "<br>"_L1
                + escaped(row.text) + "</p>"_L1;
        }
    }
    auto data = std::make_unique<QMimeData>();
    data->setText(plain.join(u'\n'));
    data->setHtml(html);
    data->setData(u"text/markdown"_s, markdown.join("\n\n"_L1).toUtf8());
    return data;
}

} // namespace Hearth
