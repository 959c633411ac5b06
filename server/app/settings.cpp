// SPDX-License-Identifier: Apache-2.0
#include "app/settings.h"

#include "app/commands.h"

#include <QDir>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QUrl>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

// Each parser puts the value where it belongs, or says what it should have been.

template<typename T>
QString number(const QString &text, qint64 min, qint64 max, T &value)
{
    bool ok = false;
    const qint64 parsed = text.toLongLong(&ok);
    if (!ok || parsed < min || parsed > max)
        return u"must be a whole number from %1 to %2"_s.arg(min).arg(max);
    value = T(parsed);
    return {};
}

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
    return u"must be one of "_s + names.join(", "_L1);
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

QString defaultDataDir()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + "/hearth-server"_L1;
}

} // namespace

QString Setting::variable() const
{
    return "HEARTH_"_L1 + name.toUpper().replace(u'-', u'_');
}

bool Setting::isCalled(const QString &dottedKey) const
{
    return key == dottedKey || otherKeys.contains(dottedKey);
}

QStringList Setting::otherVariables() const
{
    QStringList names;
    for (const QString &each : QStringList{key} + otherKeys)
        names += "MESSAGING_"_L1 + QString(each).replace(u'.', u'_').toUpper();
    return names;
}

const std::vector<Setting> &settings()
{
    using C = Config &;
    using T = const QString &;
    static const std::vector<Setting> all{
        {u"port"_s,
         u"port"_s,
         u"NUMBER"_s,
         u"9097"_s,
         u"TCP port to listen on; 0 takes any free one"_s,
         [](C c, T t) { return number(t, 0, 65535, c.port); },
         Setting::Flag::Yes,
         {u"server.http_port"_s, u"server.port"_s}},
        {u"host"_s,
         u"host"_s,
         u"ADDRESS"_s,
         u"127.0.0.1"_s,
         u"IP address to listen on; * is all of them"_s,
         [](C c, T t) { return address(t, c.host); },
         Setting::Flag::Yes,
         {u"server.host"_s}},
        {u"data_dir"_s, u"data-dir"_s, u"FOLDER"_s, defaultDataDir(),
         u"Where the embedded database and the signing key are kept"_s,
         [](C c, T t) { return path(t, c.dataDir); }},
        {u"database.url"_s,
         u"database-url"_s,
         u"URL"_s,
         {},
         u"postgres://user:password@host:port/name or sqlite:path. Default: sqlite:hearth.db in the data folder"_s,
         [](C c, T t) { return anyText(t, c.databaseUrl); }},
        {u"database.pool"_s,
         u"database-pool"_s,
         u"NUMBER"_s,
         u"4"_s,
         u"Connections that read at the same time"_s,
         [](C c, T t) { return number(t, 1, 64, c.databasePool); },
         Setting::Flag::Yes,
         {u"database.max_connections"_s, u"database.max_open_conns"_s}},
        {u"database.host"_s,
         u"database-host"_s,
         u"NAME"_s,
         {},
         u"Instead of the URL: host of PostgreSQL, and what follows"_s,
         [](C c, T t) { return anyText(t, c.databaseParts.host); }},
        {u"database.port"_s,
         u"database-port"_s,
         u"NUMBER"_s,
         {},
         u"Its port. Default: 5432"_s,
         [](C c, T t) { return number(t, 1, 65535, c.databaseParts.port); }},
        {u"database.name"_s,
         u"database-name"_s,
         u"NAME"_s,
         {},
         u"Database"_s,
         [](C c, T t) { return anyText(t, c.databaseParts.name); },
         Setting::Flag::Yes,
         {u"database.dbname"_s, u"database.database"_s}},
        {u"database.user"_s,
         u"database-user"_s,
         u"NAME"_s,
         {},
         u"User of the database"_s,
         [](C c, T t) { return anyText(t, c.databaseParts.user); },
         Setting::Flag::Yes,
         {u"database.username"_s}},
        {u"database.password"_s,
         u"database-password"_s,
         u"TEXT"_s,
         {},
         u"Password of that user"_s,
         [](C c, T t) { return anyText(t, c.databaseParts.password); },
         Setting::Flag::No},
        {u"database.sslmode"_s,
         u"database-sslmode"_s,
         u"MODE"_s,
         {},
         u"As libpq takes it: disable, prefer, require, verify-ca or verify-full"_s,
         [](C c, T t) { return anyText(t, c.databaseParts.sslMode); },
         Setting::Flag::Yes,
         {u"database.ssl_mode"_s}},
        {u"auth.registration"_s,
         u"registration"_s,
         u"POLICY"_s,
         {},
         u"Who may make an account: open, invite or closed. Default: open while the host is loopback, else invite"_s,
         [](C c, T t) { return oneOf<Registration>(t, c.chosenRegistration); }},
        {u"auth.signing_key_file"_s,
         u"signing-key-file"_s,
         u"FILE"_s,
         {},
         u"Key of the server's own access tokens, made when missing; instances of one service share it. "
         "Default: signing.key in the data folder"_s,
         [](C c, T t) { return path(t, c.signingKeyFile); }},
        {u"auth.access_token_lifetime"_s,
         u"access-token-lifetime"_s,
         u"TIME"_s,
         u"15m"_s,
         u"How long an access token is valid; clients get a new one by themselves"_s,
         [](C c, T t) { return lifetime(t, c.accessLifetime); },
         Setting::Flag::Yes,
         {u"auth.token_expiry"_s}},
        {u"auth.argon2_memory"_s, u"argon2-memory"_s, u"KIB"_s, u"65536"_s,
         u"Memory that a password hash takes"_s,
         [](C c, T t) { return number(t, 8, 4'194'304, c.passwordCost.memoryKiB); }},
        {u"auth.argon2_passes"_s, u"argon2-passes"_s, u"NUMBER"_s, u"2"_s, u"Passes over that memory"_s,
         [](C c, T t) { return number(t, 1, 100, c.passwordCost.passes); }},
        {u"auth.jwt_secret"_s,
         u"jwt-secret"_s,
         u"TEXT"_s,
         {},
         u"Secret that signs the tokens of an external user service"_s,
         [](C c, T t) { return secret(t, c.jwtSecret); },
         Setting::Flag::No},
        {u"auth.jwt_secret_file"_s,
         u"jwt-secret-file"_s,
         u"FILE"_s,
         {},
         u"File with the secret that signs the tokens of an external user service"_s,
         [](C c, T t) { return path(t, c.jwtSecretFile); }},
        {u"auth.jwt_public_key_file"_s,
         u"jwt-public-key-file"_s,
         u"FILE"_s,
         {},
         u"File with the public keys (PEM) of an external user service; read again when it changes"_s,
         [](C c, T t) { return path(t, c.jwtPublicKeyFile); }},
        {u"auth.jwks_file"_s,
         u"jwks-file"_s,
         u"FILE"_s,
         {},
         u"The same as a JWK Set, from which a token's kid selects"_s,
         [](C c, T t) { return path(t, c.jwksFile); }},
        {u"auth.jwt_algorithms"_s, u"jwt-algorithms"_s, u"LIST"_s,
         u"HS256,HS384,HS512,RS256,RS384,RS512,ES256,ES384,EdDSA"_s,
         u"Algorithms that external tokens may use; of these, each key takes those of its kind"_s,
         [](C c, T t) { return algorithms(t, c.externalTokens.algorithms); }},
        {u"auth.jwt_issuer"_s,
         u"jwt-issuer"_s,
         u"TEXT"_s,
         {},
         u"Required 'iss' of external tokens"_s,
         [](C c, T t) { return anyText(t, c.externalTokens.issuer); }},
        {u"auth.jwt_audience"_s,
         u"jwt-audience"_s,
         u"TEXT"_s,
         {},
         u"Required 'aud' of external tokens"_s,
         [](C c, T t) { return anyText(t, c.externalTokens.audience); }},
        {u"auth.jwt_user_claims"_s, u"jwt-user-claims"_s, u"LIST"_s, u"user_id,userId,id,sub"_s,
         u"Claims that may hold the user id; the first that a token has counts"_s,
         [](C c, T t) { return claims(t, c.externalTokens.userIdClaims); }},
        {u"auth.allow_weak_secret"_s, u"allow-weak-secret"_s, u"BOOL"_s, u"false"_s,
         u"Start in spite of a JWT secret that is short or from an example"_s,
         [](C c, T t) { return yesOrNo(t, c.allowWeakSecret); }},
        {u"storage.type"_s, u"storage-type"_s, u"TYPE"_s, u"local"_s,
         u"Where the contents of files are kept: local or s3"_s,
         [](C c, T t) { return oneOf<StorageType>(t, c.storageType); }},
        {u"storage.path"_s,
         u"storage-path"_s,
         u"FOLDER"_s,
         {},
         u"Folder of files, and with s3 of uploads that are not complete. Default: files in the data folder"_s,
         [](C c, T t) { return path(t, c.storagePath); }},
        {u"storage.max_file_size"_s, u"max-file-size"_s, u"BYTES"_s, u"10485760"_s,
         u"The largest file that is taken"_s, [](C c, T t) { return bytes(t, 1, c.fileLimits.fileBytes); }},
        {u"storage.user_quota"_s, u"user-quota"_s, u"BYTES"_s, u"0"_s,
         u"What all files of one user may take; 0 is no limit"_s,
         [](C c, T t) { return bytes(t, 0, c.fileLimits.userBytes); }},
        {u"storage.s3_endpoint"_s,
         u"s3-endpoint"_s,
         u"URL"_s,
         {},
         u"Address of the S3 server"_s,
         [](C c, T t) { return endpoint(t, c.s3.endpoint); }},
        {u"storage.s3_region"_s, u"s3-region"_s, u"NAME"_s, u"us-east-1"_s, u"Region of the bucket"_s,
         [](C c, T t) { return keyText(t, c.s3.region); }},
        {u"storage.s3_bucket"_s,
         u"s3-bucket"_s,
         u"NAME"_s,
         {},
         u"Bucket of the files; it has to exist"_s,
         [](C c, T t) { return keyText(t, c.s3.bucket); }},
        {u"storage.s3_prefix"_s,
         u"s3-prefix"_s,
         u"TEXT"_s,
         {},
         u"What the keys of all objects begin with, like hearth/"_s,
         [](C c, T t) { return keyText(t, c.s3.prefix); }},
        {u"storage.s3_access_key"_s,
         u"s3-access-key"_s,
         u"TEXT"_s,
         {},
         u"Access key of the bucket"_s,
         [](C c, T t) { return anyText(t, c.s3.accessKey); }},
        {u"storage.s3_secret_key"_s,
         u"s3-secret-key"_s,
         u"TEXT"_s,
         {},
         u"Secret key of the bucket"_s,
         [](C c, T t) { return secret(t, c.s3.secretKey); },
         Setting::Flag::No},
        {u"storage.s3_secret_key_file"_s,
         u"s3-secret-key-file"_s,
         u"FILE"_s,
         {},
         u"File with the secret key of the bucket"_s,
         [](C c, T t) { return path(t, c.s3SecretKeyFile); }},
        {u"http.allowed_origins"_s,
         u"allowed-origins"_s,
         u"LIST"_s,
         {},
         u"Web origins that may open a WebSocket, besides the server's own"_s,
         [](C c, T t) { return origins(t, c.allowedOrigins); }},
        {u"http.cors_origins"_s,
         u"cors-origins"_s,
         u"LIST"_s,
         {},
         u"Web origins that may use the REST API (CORS)"_s,
         [](C c, T t) { return origins(t, c.corsOrigins); }},
        {u"retention.messages"_s, u"retention-messages"_s, u"TIME"_s, u"off"_s,
         u"Age at which messages are removed for good, like 365d; off keeps them"_s,
         [](C c, T t) { return daysOrOff(t, c.messageAge); }},
        {u"http.websocket_path"_s,
         u"websocket-path"_s,
         u"PATH"_s,
         u"/ws"_s,
         u"Path of the WebSocket, besides /ws and /api/v1/ws"_s,
         [](C c, T t) { return webSocketPath(t, c.webSocketPath); },
         Setting::Flag::Yes,
         {u"server.websocket_path"_s}},
        {u"http.trusted_proxies"_s,
         u"trusted-proxies"_s,
         u"LIST"_s,
         {},
         u"Networks of reverse proxies whose word on their clients' addresses is taken"_s,
         [](C c, T t) { return networks(t, c.proxies.trusted); }},
        {u"http.forwarded_field"_s, u"forwarded-field"_s, u"NAME"_s, u"x-forwarded-for"_s,
         u"The one field in which these proxies say so: x-forwarded-for or forwarded"_s,
         [](C c, T t) { return oneOf<ForwardedField>(t, c.proxies.field); }},
        {u"tls.certificate"_s,
         u"tls-certificate"_s,
         u"FILE"_s,
         {},
         u"Certificate chain (PEM); with it, the port speaks TLS only. SIGHUP reads both files again"_s,
         [](C c, T t) { return path(t, c.tls.certificate); }},
        {u"tls.key"_s,
         u"tls-key"_s,
         u"FILE"_s,
         {},
         u"The certificate's key (PEM)"_s,
         [](C c, T t) { return path(t, c.tls.key); }},
        {u"tls.hsts"_s, u"tls-hsts"_s, u"SECONDS"_s, u"31536000"_s,
         u"How long browsers that came over TLS come back over TLS only; 0 does not say so"_s,
         [](C c, T t) { return number(t, 0, 63'072'000, c.hstsSeconds); }},
        {u"metrics.networks"_s,
         u"metrics-networks"_s,
         u"LIST"_s,
         {},
         u"Networks that may read /metrics, besides loopback"_s,
         [](C c, T t) { return networks(t, c.metricsNetworks); }},
        {u"metrics.token_file"_s,
         u"metrics-token-file"_s,
         u"FILE"_s,
         {},
         u"File with a token; whoever sends it as a bearer may read /metrics from anywhere"_s,
         [](C c, T t) { return path(t, c.metricsTokenFile); }},
        {u"limits.user_messages"_s, u"limit-user-messages"_s, u"RATE/BURST"_s, u"20/200"_s,
         u"Messages that a user may send: in a second, and at once; 0 is any number"_s,
         [](C c, T t) { return rateLimit(t, c.rateLimits.userMessages); }},
        {u"limits.user_requests"_s, u"limit-user-requests"_s, u"RATE/BURST"_s, u"50/300"_s,
         u"Other requests that a user may make"_s,
         [](C c, T t) { return rateLimit(t, c.rateLimits.userRequests); }},
        {u"limits.device_messages"_s, u"limit-device-messages"_s, u"RATE/BURST"_s, u"0"_s,
         u"Messages from one device (session) of a user"_s,
         [](C c, T t) { return rateLimit(t, c.rateLimits.deviceMessages); }},
        {u"limits.device_requests"_s, u"limit-device-requests"_s, u"RATE/BURST"_s, u"0"_s,
         u"Other requests from one device"_s,
         [](C c, T t) { return rateLimit(t, c.rateLimits.deviceRequests); }},
        {u"limits.address_requests"_s, u"limit-address-requests"_s, u"RATE/BURST"_s, u"5/30"_s,
         u"Requests without a valid token from one IP address; of IPv6, from one /64"_s,
         [](C c, T t) { return rateLimit(t, c.rateLimits.addressRequests); }},
        {u"log.level"_s,
         u"log-level"_s,
         u"LEVEL"_s,
         u"info"_s,
         u"debug, info, warning or error"_s,
         [](C c, T t) { return logLevel(t, c.logLevel); },
         Setting::Flag::Yes,
         {u"logging.level"_s}},
        {u"log.format"_s,
         u"log-format"_s,
         u"FORMAT"_s,
         u"console"_s,
         u"console, or json: one object per line"_s,
         [](C c, T t) { return logFormat(t, c.logFormat); },
         Setting::Flag::Yes,
         {u"logging.format"_s}},
    };
    return all;
}

} // namespace Hearth
