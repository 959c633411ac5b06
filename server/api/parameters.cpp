// SPDX-License-Identifier: Apache-2.0
#include "api/parameters.h"

#include "wire/limits.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

tl::unexpected<Error> noCursor()
{
    return fail(ErrorCode::InvalidField, u"This is no cursor of ours."_s, u"/cursor"_s);
}

} // namespace

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

Result<QString> cursorParameter(const HttpRequest &request)
{
    const auto text = textParameter(request, u"cursor"_s);
    if (!text)
        return QString();
    const auto decoded =
        QByteArray::fromBase64Encoding(text->toLatin1(), base64 | QByteArray::AbortOnBase64DecodingErrors);
    const QString place = QString::fromUtf8(*decoded);
    if (!decoded || place.isEmpty() || !isStorable(place))
        return noCursor();
    return place;
}

Result<PageParameters> pageParameters(const HttpRequest &request)
{
    const auto limit = limitParameter(request, Limits::pageDefault, Limits::pageMax);
    if (!limit)
        return fail(limit.error());
    return cursorParameter(request).map([limit](const QString &after) {
        return PageParameters{*limit, after};
    });
}

QString encodeCursor(const QString &place)
{
    return QString::fromLatin1(place.toUtf8().toBase64(base64));
}

// "<ms>.<id>"
QString encodeCursor(const PageCursor &cursor)
{
    return encodeCursor(QString::number(toMs(cursor.at)) + u'.' + cursor.id);
}

Result<std::optional<PageCursor>> pageCursorParameter(const HttpRequest &request)
{
    const auto place = cursorParameter(request);
    if (!place)
        return fail(place.error());
    if (place->isEmpty())
        return std::nullopt;
    const qsizetype dot = place->indexOf(u'.');
    bool ok = false;
    const qint64 ms = QStringView(*place).left(dot).toLongLong(&ok);
    if (dot < 0 || !ok)
        return noCursor();
    return PageCursor{fromMs(ms), place->sliced(dot + 1)};
}

Result<bool> flagParameter(const HttpRequest &request, const QString &name)
{
    const QString text = textParameter(request, name).value_or(u"false"_s);
    if (text != "true"_L1 && text != "false"_L1)
        return fail(ErrorCode::InvalidField, u"Must be true or false."_s, u'/' + name);
    return text == "true"_L1;
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
