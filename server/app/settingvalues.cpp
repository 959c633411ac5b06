// SPDX-License-Identifier: Apache-2.0
#include "app/settingvalues.h"

#include "app/commands.h"

#include <QDir>
#include <QRegularExpression>
#include <QUrl>

namespace Hearth::SettingValues {

using namespace Qt::Literals::StringLiterals;

QString yesOrNo(const QString &text, bool &value)
{
    if (text != "true"_L1 && text != "false"_L1)
        return u"must be true or false"_s;
    value = text == "true"_L1;
    return {};
}

QString anyText(const QString &text, QString &value)
{
    value = text;
    return {};
}

QString path(const QString &text, QString &value)
{
    if (text.isEmpty())
        return u"must be a path"_s;
    value = QDir::cleanPath(QDir::current().absoluteFilePath(text));
    return {};
}

QString list(const QString &text, QStringList &value)
{
    value.clear();
    for (const QString &item : text.split(u',', Qt::SkipEmptyParts))
        value += item.trimmed();
    return {};
}

QString address(const QString &text, QHostAddress &value)
{
    if (text == "localhost"_L1)
        value = QHostAddress(QHostAddress::LocalHost);
    else if (text == "*"_L1)
        value = QHostAddress(QHostAddress::Any);
    else
        value = QHostAddress(text);
    return value.isNull() ? u"must be an IP address, localhost, or * for all of this machine's"_s : QString();
}

QString networks(const QString &text, Networks &value)
{
    QStringList items;
    list(text, items);
    value.clear();
    for (const QString &item : items) {
        const auto network = QHostAddress::parseSubnet(item);
        if (network.first.isNull())
            return u"must be a list of networks like 10.0.0.0/8"_s;
        value += network;
    }
    return {};
}

// RFC 6454 section 6.2: scheme, host and port, and nothing behind them.
QString origins(const QString &text, QStringList &value)
{
    list(text, value);
    for (QString &origin : value) {
        const QUrl url(origin, QUrl::StrictMode);
        if (!url.isValid() || url.scheme().isEmpty() || url.host().isEmpty() || !url.path().isEmpty()
            || url.hasQuery() || url.hasFragment())
            return u"must be a list of origins like https://chat.example.org"_s;
        origin = origin.toLower();
    }
    return {};
}

QString rateLimit(const QString &text, RateLimit &value)
{
    static const QRegularExpression form(u"^([0-9]{1,6}(?:\\.[0-9]{1,3})?)/([1-9][0-9]{0,6})$"_s);
    const auto match = form.match(text);
    const double perSecond = match.captured(1).toDouble();
    if (text != "0"_L1 && perSecond <= 0)
        return u"must be a rate and a burst like 20/200, 20 in a second and 200 at once, or 0: no limit"_s;
    value = text == "0"_L1 ? RateLimit{} : RateLimit{perSecond, match.captured(2).toInt()};
    return {};
}

QString lifetime(const QString &text, std::chrono::seconds &value)
{
    const auto parsed = parseLifetime(text);
    if (!parsed || *parsed > std::chrono::days(366))
        return u"must be like 90s, 15m, 24h or 7d"_s;
    value = *parsed;
    return {};
}

QString webSocketPath(const QString &text, QString &value)
{
    static const QRegularExpression form(u"^(/[A-Za-z0-9._~-]+)+$"_s);
    if (!form.match(text).hasMatch())
        return u"must be a path like /ws"_s;
    value = text;
    return {};
}

QString logLevel(const QString &text, LogLevel &value)
{
    return oneOf<LogLevel>(text == "warn"_L1 ? u"warning"_s : text, value);
}

QString logFormat(const QString &text, LogFormat &value)
{
    return oneOf<LogFormat>(text == "text"_L1 ? u"console"_s : text, value);
}

QString algorithms(const QString &text, QList<JwtAlgorithm> &value)
{
    QStringList names;
    list(text, names);
    value.clear();
    for (const QString &name : names) {
        JwtAlgorithm algorithm{};
        if (const QString fault = oneOf<JwtAlgorithm>(name, algorithm); !fault.isEmpty())
            return fault;
        value += algorithm;
    }
    return value.isEmpty() ? u"must name at least one algorithm"_s : QString();
}

QString claims(const QString &text, QStringList &value)
{
    list(text, value);
    return value.isEmpty() ? u"must name at least one claim"_s : QString();
}

QString daysOrOff(const QString &text, std::optional<std::chrono::days> &value)
{
    static const QRegularExpression form(u"^([1-9][0-9]{0,4})d$"_s);
    value.reset();
    if (text == "off"_L1)
        return {};
    const auto match = form.match(text);
    if (!match.hasMatch())
        return u"must be a number of days like 365d, or off"_s;
    value = std::chrono::days(match.captured(1).toInt());
    return {};
}

QString secret(const QString &text, QByteArray &value)
{
    value = text.toUtf8();
    return {};
}

// Plain bytes, or with one of the binary units.
QString bytes(const QString &text, qint64 min, qint64 &value)
{
    static constexpr std::array units{"KiB"_L1, "MiB"_L1, "GiB"_L1, "TiB"_L1};
    QString digits = text.trimmed();
    qint64 factor = 1;
    for (qint64 unit = 1024; const QLatin1StringView name : units) {
        if (digits.endsWith(name)) {
            digits.chop(name.size());
            factor = unit;
            break;
        }
        unit *= 1024;
    }
    bool ok = false;
    const qint64 number = digits.trimmed().toLongLong(&ok);
    constexpr qint64 most = qint64(1) << 50;
    if (!ok || number < 0 || number > most / factor || number * factor < min)
        return u"must be a number of bytes like 10485760, 10 MiB or 1 GiB"_s;
    value = number * factor;
    return {};
}

QString endpoint(const QString &text, QString &value)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || (url.scheme() != "http"_L1 && url.scheme() != "https"_L1) || url.host().isEmpty()
        || url.path().size() > 1 || url.hasQuery() || url.hasFragment() || !url.userInfo().isEmpty())
        return u"must be an address like https://s3.example.org"_s;
    value = text;
    while (value.endsWith(u'/'))
        value.chop(1);
    return {};
}

// What needs no encoding in the path of an address, and is no path that climbs.
QString keyText(const QString &text, QString &value)
{
    for (const QChar c : text) {
        const bool isPlain = (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9')
            || u"-_./"_s.contains(c);
        if (!isPlain || text.contains(".."_L1))
            return u"must be letters, digits and - _ . /"_s;
    }
    value = text;
    return {};
}

} // namespace Hearth::SettingValues
