// SPDX-License-Identifier: Apache-2.0
#include "wire/jsonwriter.h"

#include <QJsonDocument>
#include <QLocale>

#include <cmath>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

// The beginning of a text that readers, Qt among them, take for a mark of byte order and leave out.
constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");

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

// With the quotation mark that ends it.
void writeText(QByteArray &out, const char *text, qsizetype size, bool (*mustEscape)(uchar))
{
    qsizetype written = 0;
    for (qsizetype i = 0; i < size; ++i) {
        if (!mustEscape(uchar(text[i])))
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
    const qsizetype escaped = utf8.startsWith(byteOrderMark) ? byteOrderMark.size() : 0;
    out += escaped > 0 ? "\"\\ufeff" : "\"";
    writeText(out, utf8.constData() + escaped, utf8.size() - escaped, needsEscape);
}

void JsonWriter::write(QByteArray &out, QLatin1StringView text)
{
    out += '"';
    // A byte of Latin-1 is its code point, so the escape holds for it as it is.
    writeText(out, text.data(), text.size(), [](uchar c) { return c >= 0x80 || needsEscape(c); });
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
