// SPDX-License-Identifier: Apache-2.0
#include "wire/jsonreader.h"

#include "wire/limits.h"

#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

void JsonReader::reject(const char *name, const QString &detail)
{
    if (!m_error)
        m_error = wrong(pointerTo(name), detail);
}

JsonReader::Fault JsonReader::wrong(const QString &pointer, const QString &detail)
{
    return Error{ErrorCode::InvalidField, detail, pointer, {}};
}

JsonReader::Fault JsonReader::read(const QJsonValue &json, const QString &pointer, QString &value)
{
    if (!json.isString())
        return wrong(pointer, u"Must be text."_s);
    value = json.toString();
    if (!isStorable(value))
        return wrong(pointer, u"Must be valid Unicode without NUL."_s);
    return {};
}

JsonReader::Fault JsonReader::read(const QJsonValue &json, const QString &pointer, bool &value)
{
    if (!json.isBool())
        return wrong(pointer, u"Must be true or false."_s);
    value = json.toBool();
    return {};
}

JsonReader::Fault JsonReader::read(const QJsonValue &json, const QString &pointer, int &value)
{
    qint64 wide = 0;
    if (auto fault = read(json, pointer, wide))
        return fault;
    if (wide > std::numeric_limits<int>::max())
        return wrong(pointer, u"This number is too large."_s);
    value = int(wide);
    return {};
}

// Every integer of the protocol is a count: 0 to 2^53 - 1.
JsonReader::Fault JsonReader::read(const QJsonValue &json, const QString &pointer, qint64 &value)
{
    const double number = json.toDouble(-1);
    if (!json.isDouble() || number < 0 || number > double(Limits::counterMax) || number != std::floor(number))
        return wrong(pointer, u"Must be a whole number from 0 to 2^53 - 1."_s);
    value = qint64(number);
    return {};
}

JsonReader::Fault JsonReader::read(const QJsonValue &json, const QString &pointer, double &value)
{
    if (!json.isDouble())
        return wrong(pointer, u"Must be a number."_s);
    value = json.toDouble();
    return {};
}

JsonReader::Fault JsonReader::read(const QJsonValue &json, const QString &pointer, Timestamp &value)
{
    const auto time = fromRfc3339(json.toString());
    if (!json.isString() || !time)
        return wrong(pointer, u"Must be an RFC 3339 date and time."_s);
    value = *time;
    return {};
}

JsonReader::Fault JsonReader::read(const QJsonValue &json, const QString &pointer, QJsonObject &value)
{
    if (!json.isObject())
        return wrong(pointer, u"Must be an object."_s);
    if (!isStorable(json))
        return wrong(pointer, u"All text in it must be valid Unicode without NUL."_s);
    value = json.toObject();
    return {};
}

Result<QJsonObject> parseObject(const QByteArray &utf8)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(utf8, &fault);
    if (fault.error != QJsonParseError::NoError) {
        return fail(ErrorCode::InvalidJson, u"%1 at byte %2."_s.arg(fault.errorString()).arg(fault.offset));
    }
    if (!document.isObject())
        return fail(ErrorCode::InvalidJson, u"The document must be an object."_s);
    return document.object();
}

bool isStorable(QStringView text)
{
    return !text.contains(QChar(0)) && text.isValidUtf16();
}

bool isStorable(const QJsonValue &json)
{
    if (json.isString())
        return isStorable(json.toString());
    if (json.isArray())
        return std::ranges::all_of(json.toArray(), [](const QJsonValue &item) { return isStorable(item); });
    const QJsonObject object = json.toObject();
    for (auto field = object.begin(); field != object.end(); ++field) {
        if (!isStorable(field.key()) || !isStorable(*field))
            return false;
    }
    return true;
}

int nestingDepth(const QJsonValue &json)
{
    int inside = 0;
    for (const QJsonValue item : json.toArray())
        inside = std::max(inside, nestingDepth(item));
    for (const QJsonValue field : json.toObject())
        inside = std::max(inside, nestingDepth(field));
    return inside + (json.isArray() || json.isObject() ? 1 : 0);
}

qsizetype codePointCount(QStringView text)
{
    return text.size() - std::ranges::count_if(text, [](QChar c) { return c.isLowSurrogate(); });
}

} // namespace Hearth
