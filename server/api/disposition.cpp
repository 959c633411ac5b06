// SPDX-License-Identifier: Apache-2.0
#include "api/disposition.h"

#include <QHash>
#include <QUrl>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int maxParameters = 16;

bool isSpace(char c)
{
    return c == ' ' || c == '\t';
}

// RFC 9110 section 5.6.2.
bool isTokenChar(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
        || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}

// Reads the parameters behind the first word of a field.
class Parameters
{
public:
    explicit Parameters(const QByteArray &field)
        : m_text(field)
    {
        while (m_at < m_text.size() && m_text[m_at] != ';')
            ++m_at;
    }

    // False for what is not well-formed.
    bool readAll(QHash<QByteArray, QByteArray> &values)
    {
        for (int count = 0; skip(';'); ++count) {
            skipSpaces();
            if (m_at == m_text.size())
                return true; // a semicolon at the end
            const QByteArray name = readToken().toLower();
            if (name.isEmpty() || count == maxParameters || !skip('='))
                return false;
            const auto value = peek() == '"' ? readQuoted() : std::optional(readToken());
            if (!value || values.contains(name))
                return false;
            values.insert(name, *value);
            skipSpaces();
        }
        return m_at == m_text.size();
    }

private:
    [[nodiscard]] char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    void skipSpaces()
    {
        while (isSpace(peek()))
            ++m_at;
    }
    bool skip(char c)
    {
        if (peek() != c || m_at == m_text.size())
            return false;
        ++m_at;
        return true;
    }
    QByteArray readToken()
    {
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && isTokenChar(m_text[m_at]))
            ++m_at;
        return m_text.mid(begin, m_at - begin);
    }
    // A backslash quotes a quotation mark and itself; before anything else it is one, as in "C:\dir\name".
    std::optional<QByteArray> readQuoted()
    {
        QByteArray value;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            const char c = m_text[m_at];
            const char next = m_at + 1 < m_text.size() ? m_text[m_at + 1] : '\0';
            if (c == '"') {
                ++m_at;
                return value;
            }
            if (c == '\\' && (next == '"' || next == '\\'))
                ++m_at;
            value += m_text[m_at];
        }
        return std::nullopt;
    }

    const QByteArray &m_text;
    qsizetype m_at = 0;
};

// RFC 8187: UTF-8'language'percent-encoded.
std::optional<QString> extended(const QByteArray &value)
{
    const QByteArrayList parts = value.split('\'');
    if (parts.size() != 3 || parts[0].compare("utf-8", Qt::CaseInsensitive) != 0)
        return std::nullopt;
    return QUrl::fromPercentEncoding(parts[2]);
}

// As browsers write quotation marks and line breaks in names (WHATWG, multipart/form-data).
QString formText(QByteArray value)
{
    value.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n");
    return QString::fromUtf8(value);
}

} // namespace

std::optional<Disposition> parseDisposition(const QByteArray &value)
{
    QHash<QByteArray, QByteArray> parameters;
    Disposition disposition{value.split(';').first().trimmed().toLower()};
    if (disposition.type.isEmpty() || !Parameters(value).readAll(parameters))
        return std::nullopt;
    if (const auto name = parameters.constFind("name"); name != parameters.cend())
        disposition.name = formText(*name);
    if (const auto name = parameters.constFind("filename"); name != parameters.cend())
        disposition.fileName = formText(*name);
    if (const auto name = parameters.constFind("filename*"); name != parameters.cend()) {
        if (const auto text = extended(*name))
            disposition.fileName = text;
    }
    return disposition;
}

QByteArray dispositionOf(const QByteArray &type, const QString &fileName)
{
    QByteArray plain;
    for (const QChar c : fileName) {
        const bool isSafe = c >= u' ' && c < QChar(0x7f) && c != u'"' && c != u'\\' && c != u'%';
        if (!c.isLowSurrogate())
            plain += isSafe ? char(c.unicode()) : '_';
    }
    // attr-char of RFC 8187 section 3.2.1: beyond letters, digits and "-._~", which are never encoded.
    const QByteArray encoded = fileName.toUtf8().toPercentEncoding("!#$&+^`|");
    return type + "; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
}

QByteArray fieldParameter(const QByteArray &value, QByteArrayView lowerCaseName)
{
    QHash<QByteArray, QByteArray> parameters;
    if (!Parameters(value).readAll(parameters))
        return {};
    return parameters.value(lowerCaseName.toByteArray());
}

} // namespace Hearth
