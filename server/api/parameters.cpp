// SPDX-License-Identifier: Apache-2.0
#include "api/parameters.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

std::optional<QString> textParameter(const HttpRequest &request, const QString &name)
{
    // A form's "+" is a space; QUrlQuery leaves it to the reader.
    QString value = request.query.queryItemValue(name, QUrl::FullyEncoded);
    value = QUrl::fromPercentEncoding(value.replace(u'+', u' ').toUtf8());
    return value.isEmpty() ? std::nullopt : std::optional(value);
}

Result<std::optional<qint64>> numberParameter(const HttpRequest &request, const QString &name, qint64 min,
                                              qint64 max)
{
    const auto text = textParameter(request, name);
    if (!text)
        return std::nullopt;
    bool ok = false;
    const qint64 number = text->toLongLong(&ok);
    if (!ok || number < min || number > max)
        return fail(ErrorCode::InvalidField, u"Must be a whole number from %1 to %2."_s.arg(min).arg(max),
                    u'/' + name);
    return number;
}

Result<int> limitParameter(const HttpRequest &request, int byDefault, int max)
{
    return numberParameter(request, u"limit"_s, 1, max).map([byDefault](std::optional<qint64> limit) {
        return int(limit.value_or(byDefault));
    });
}

// "<ms>.<id>" in base64url.
QString encodeCursor(const PageCursor &cursor)
{
    const QByteArray plain = QByteArray::number(toMs(cursor.at)) + '.' + cursor.id.toUtf8();
    return QString::fromLatin1(
        plain.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

Result<std::optional<PageCursor>> cursorParameter(const HttpRequest &request)
{
    const auto text = textParameter(request, u"cursor"_s);
    if (!text)
        return std::nullopt;
    const QByteArray plain = QByteArray::fromBase64(text->toLatin1(), QByteArray::Base64UrlEncoding);
    const qsizetype dot = plain.indexOf('.');
    bool ok = false;
    const qint64 ms = plain.left(dot).toLongLong(&ok);
    const QString id = QString::fromUtf8(plain.mid(dot + 1));
    if (dot < 0 || !ok || !isStorable(id))
        return fail(ErrorCode::InvalidField, u"This is no cursor of ours."_s, u"/cursor"_s);
    return PageCursor{fromMs(ms), id};
}

Result<bool> flagParameter(const HttpRequest &request, const QString &name)
{
    const QString text = textParameter(request, name).value_or(u"false"_s);
    if (text != "true"_L1 && text != "false"_L1)
        return fail(ErrorCode::InvalidField, u"Must be true or false."_s, u'/' + name);
    return text == "true"_L1;
}

Result<QString> idCursor(const HttpRequest &request)
{
    const auto text = textParameter(request, u"cursor"_s);
    if (!text)
        return QString();
    const auto id = QByteArray::fromBase64Encoding(
        text->toLatin1(), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    const QString decoded = QString::fromUtf8(*id);
    if (!id || !isStorable(decoded))
        return fail(ErrorCode::InvalidField, u"This is no cursor of ours."_s, u"/cursor"_s);
    return decoded;
}

QString encodeIdCursor(const QString &lastId)
{
    return QString::fromLatin1(
        lastId.toUtf8().toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

Result<void> requireJson(const HttpRequest &request)
{
    const QByteArray type = request.header("content-type").split(';').first().trimmed().toLower();
    if (type.isEmpty() || type == "application/json")
        return {};
    return fail(ErrorCode::UnsupportedMediaType,
                u"The body must be JSON: send the header Content-Type: application/json."_s);
}

bool isNull(const HttpRequest &request, QLatin1StringView field)
{
    const auto body = parseObject(request.body);
    return body && body->value(field).isNull();
}

} // namespace Hearth
