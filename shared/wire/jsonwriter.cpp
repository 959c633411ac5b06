// SPDX-License-Identifier: Apache-2.0
#include "wire/jsonwriter.h"

#include <QJsonDocument>
#include <QLocale>

namespace Hearth {

namespace {

// RFC 8259 section 7: quotation mark, reverse solidus and the control characters must be escaped.
bool needsEscape(uchar c)
{
    return c < 0x20 || c == '"' || c == '\\';
}

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

void writeUtf8(QByteArray &out, const char *text, qsizetype size)
{
    out += '"';
    qsizetype written = 0;
    for (qsizetype i = 0; i < size; ++i) {
        if (!needsEscape(uchar(text[i])))
            continue;
        out.append(text + written, i - written);
        escape(out, uchar(text[i]));
        written = i + 1;
    }
    out.append(text + written, size - written);
    out += '"';
}

} // namespace

void JsonWriter::write(QByteArray &out, QStringView text)
{
    const QByteArray utf8 = text.toUtf8();
    writeUtf8(out, utf8.constData(), utf8.size());
}

void JsonWriter::write(QByteArray &out, QLatin1StringView text)
{
    writeUtf8(out, text.data(), text.size());
}

void JsonWriter::write(QByteArray &out, double value)
{
    out += QByteArray::number(value, 'g', QLocale::FloatingPointShortest);
}

void JsonWriter::write(QByteArray &out, const QJsonObject &value)
{
    out += value.isEmpty() ? QByteArrayLiteral("{}") : QJsonDocument(value).toJson(QJsonDocument::Compact);
}

} // namespace Hearth
