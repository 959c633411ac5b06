// SPDX-License-Identifier: Apache-2.0
#include "wire/jsonwriter.h"

#include <QJsonDocument>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

// The beginning of a text that readers, Qt among them, take for a mark of byte order and leave out.
constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");

// RFC 8259 section 7: quotation mark, reverse solidus and the control characters must be escaped.
constexpr auto needsEscape = [](uchar c) { return c < 0x20 || c == '"' || c == '\\'; };

void escape(QByteArray &out, uchar c)
{
    switch (c) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    default: break;
    }
    constexpr char hex[] = "0123456789abcdef";
    out += "\\u00";
    out += hex[c >> 4];
    out += hex[c & 0xf];
}

// More room at the end, in one step: appending piece by piece costs more than what is appended.
char *room(QByteArray &out, qsizetype size)
{
    const qsizetype end = out.size();
    out.resize(end + size);
    return out.data() + end;
}

// Between quotation marks. Nearly no text needs an escape.
template<typename MustEscape>
void writeText(QByteArray &out, QByteArrayView text, MustEscape mustEscape)
{
    const qsizetype plain = std::find_if(text.begin(), text.end(), mustEscape) - text.begin();
    char *to = room(out, plain + 1);
    *to = '"';
    std::copy_n(text.data(), plain, to + 1);
    for (const char c : text.sliced(plain)) {
        if (mustEscape(uchar(c)))
            escape(out, uchar(c));
        else
            out += c;
    }
    out += '"';
}

} // namespace

void JsonWriter::key(const char *name)
{
    const size_t length = std::strlen(name);
    char *to = room(m_out, qsizetype(length) + (m_first ? 3 : 4));
    if (!m_first)
        *to++ = ',';
    m_first = false;
    *to++ = '"';
    to = std::copy_n(name, length, to);
    *to++ = '"';
    *to = ':';
}

void JsonWriter::write(QByteArray &out, QStringView text)
{
    const QByteArray utf8 = text.toUtf8();
    const bool marked = utf8.startsWith(byteOrderMark);
    const qsizetype start = out.size();
    writeText(out, QByteArrayView(utf8).sliced(marked ? byteOrderMark.size() : 0), needsEscape);
    if (marked)
        out.insert(start + 1, "\\ufeff");
}

void JsonWriter::write(QByteArray &out, QLatin1StringView text)
{
    // A byte of Latin-1 is its code point, so the escape holds for it as it is.
    writeText(out, text, [](uchar c) { return c >= 0x80 || needsEscape(c); });
}

void JsonWriter::write(QByteArray &out, double value)
{
    // JSON has no NaN and no infinity (RFC 8259 section 6); null is what readers take for "not given".
    out += std::isfinite(value) ? QByteArray::number(value, 'g', QLocale::FloatingPointShortest) : "null"_ba;
}

void JsonWriter::write(QByteArray &out, const QJsonObject &value)
{
    out += value.isEmpty() ? QByteArrayLiteral("{}") : QJsonDocument(value).toJson(QJsonDocument::Compact);
}

} // namespace Hearth
