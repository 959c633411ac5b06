// SPDX-License-Identifier: Apache-2.0
#include "wire/searchparts.h"

namespace Hearth {

namespace {

bool isQuote(QChar c)
{
    return c == u'"' || c == u'\u201c' || c == u'\u201d' || c == u'\u201e';
}

bool isAsciiLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

class PartScanner
{
public:
    explicit PartScanner(QStringView text)
        : m_text(text)
    { }

    bool atEnd()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
        return m_at == m_text.size();
    }

    SearchPart next()
    {
        SearchPart part;
        if (m_text[m_at] == u'-' && m_at + 1 < m_text.size() && !m_text[m_at + 1].isSpace()) {
            part.exclude = true;
            ++m_at;
        }
        part.filter = filterName().toString();
        const bool quoted = m_at < m_text.size() && isQuote(m_text[m_at]);
        part.value = (quoted ? quotedValue() : plainValue()).toString();
        part.phrase = quoted && part.filter.isEmpty();
        return part;
    }

private:
    // Letters and a colon, unless an address follows: "https://…".
    QStringView filterName()
    {
        qsizetype end = m_at;
        while (end < m_text.size() && isAsciiLetter(m_text[end]))
            ++end;
        if (end == m_at || end == m_text.size() || m_text[end] != u':' || m_text.mid(end + 1, 2) == u"//")
            return {};
        const QStringView name = m_text.mid(m_at, end - m_at);
        m_at = end + 1;
        return name;
    }

    QStringView quotedValue()
    {
        const qsizetype begin = ++m_at;
        while (m_at < m_text.size() && !isQuote(m_text[m_at]))
            ++m_at;
        const QStringView value = m_text.mid(begin, m_at - begin);
        if (m_at < m_text.size())
            ++m_at; // a quotation that nobody closed goes to the end
        return value;
    }

    QStringView plainValue()
    {
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && !m_text[m_at].isSpace() && !isQuote(m_text[m_at]))
            ++m_at;
        return m_text.mid(begin, m_at - begin);
    }

    const QStringView m_text;
    qsizetype m_at = 0;
};

} // namespace

QList<SearchPart> splitSearch(QStringView text)
{
    QList<SearchPart> parts;
    for (PartScanner scanner(text); !scanner.atEnd();)
        parts.append(scanner.next());
    return parts;
}

} // namespace Hearth
