// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/config.h"

// The kinds of values that settings have. Each parser puts the value where it belongs, or says what it should
// have been.
namespace Hearth::SettingValues {

QString yesOrNo(const QString &text, bool &value);
QString anyText(const QString &text, QString &value);
QString path(const QString &text, QString &value);
QString list(const QString &text, QStringList &value);
QString address(const QString &text, QHostAddress &value);
QString networks(const QString &text, Networks &value);
QString origins(const QString &text, QStringList &value);
QString rateLimit(const QString &text, RateLimit &value);
QString lifetime(const QString &text, std::chrono::seconds &value);
QString webSocketPath(const QString &text, QString &value);
QString logLevel(const QString &text, LogLevel &value);
QString logFormat(const QString &text, LogFormat &value);
QString algorithms(const QString &text, QList<JwtAlgorithm> &value);
QString claims(const QString &text, QStringList &value);
QString daysOrOff(const QString &text, std::optional<std::chrono::days> &value);
QString secret(const QString &text, QByteArray &value);
QString bytes(const QString &text, qint64 min, qint64 &value);
QString endpoint(const QString &text, QString &value);
QString keyText(const QString &text, QString &value);

template<typename T>
QString number(const QString &text, qint64 min, qint64 max, T &value)
{
    bool ok = false;
    const qint64 parsed = text.toLongLong(&ok);
    if (!ok || parsed < min || parsed > max)
        return QStringLiteral("must be a whole number from %1 to %2").arg(min).arg(max);
    value = T(parsed);
    return {};
}

template<NamedEnum E, typename T>
QString oneOf(const QString &text, T &value)
{
    const auto found = fromName<E>(text);
    if (found) {
        value = *found;
        return {};
    }
    QStringList names;
    for (const QLatin1StringView name : enumNames<E>)
        names += name;
    return QStringLiteral("must be one of ") + names.join(QLatin1StringView(", "));
}

} // namespace Hearth::SettingValues
