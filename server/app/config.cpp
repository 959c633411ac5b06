// SPDX-License-Identifier: Apache-2.0
#include "app/config.h"

#include "app/settings.h"
#include "app/yamlfile.h"

#include <QFile>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

tl::unexpected<Error> wrong(const QString &what)
{
    return fail(ErrorCode::InvalidField, what);
}

Result<QByteArray> readSecret(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return wrong(u"%1: %2"_s.arg(path, file.errorString()));
    QByteArray secret = file.read(64 * 1024);
    while (secret.endsWith('\n') || secret.endsWith('\r'))
        secret.chop(1);
    if (secret.isEmpty())
        return wrong(path + ": the file is empty"_L1);
    return secret;
}

// A secret stands in a file of its own or among the settings.
Result<void> takeFromFile(const QString &path, const QString &name, QByteArray &secret)
{
    if (path.isEmpty())
        return {};
    if (!secret.isEmpty())
        return wrong(u"%1 and %1-file: only one of them can be set"_s.arg(name));
    return readSecret(path).map([&secret](const QByteArray &found) { secret = found; });
}

Result<void> finishDatabase(Config &config)
{
    if (const DatabaseConfig &parts = config.databaseParts; !parts.host.isEmpty()) {
        if (!config.databaseUrl.isEmpty())
            return wrong(u"database.url and database.host: only one of them can be set"_s);
        if (parts.name.isEmpty() || parts.user.isEmpty())
            return wrong(u"database.host needs database.name and database.user"_s);
        config.database = parts;
        config.database.backend = DatabaseConfig::Backend::PostgreSql;
        config.database.readers = config.databasePool;
        return {};
    }
    if (config.databaseUrl.isEmpty())
        config.databaseUrl = "sqlite:"_L1 + config.dataDir + "/hearth.db"_L1;
    auto database = parseDatabaseUrl(config.databaseUrl);
    if (!database)
        return wrong("database-url: "_L1 + database.error().detail);
    config.database = std::move(*database);
    config.database.readers = config.databasePool;
    return {};
}

Result<void> finishSecret(Config &config)
{
    if (auto taken = takeFromFile(config.jwtSecretFile, u"jwt-secret"_s, config.jwtSecret); !taken)
        return taken;
    config.externalTokens.secret = config.jwtSecret;
    const QString weakness = config.jwtSecret.isEmpty() ? QString() : weaknessOfSecret(config.jwtSecret);
    if (weakness.isEmpty())
        return {};
    if (!config.allowWeakSecret) {
        return wrong(u"The JWT secret is weak: %1. Make one with \"openssl rand -base64 48\", or set "
                     "auth.allow_weak_secret (allow-weak-secret) to true."_s.arg(weakness));
    }
    config.warnings +=
        u"The JWT secret is weak: %1. Anybody who guesses it can be anyone here."_s.arg(weakness);
    return {};
}

Result<void> finishStorage(Config &config)
{
    if (config.storagePath.isEmpty())
        config.storagePath = config.dataDir + "/files"_L1;
    if (config.storageType == StorageType::Local)
        return {};
    if (auto taken = takeFromFile(config.s3SecretKeyFile, u"s3-secret-key"_s, config.s3.secretKey); !taken)
        return taken;
    if (config.s3.endpoint.isEmpty() || config.s3.bucket.isEmpty() || config.s3.accessKey.isEmpty()
        || config.s3.secretKey.isEmpty())
        return wrong(u"storage-type s3 needs s3-endpoint, s3-bucket, s3-access-key and s3-secret-key-file"_s);
    return {};
}

Result<void> finishMetricsToken(Config &config)
{
    constexpr int shortest = 16;
    if (config.metricsTokenFile.isEmpty())
        return {};
    if (auto taken = takeFromFile(config.metricsTokenFile, u"metrics-token"_s, config.metricsToken); !taken)
        return taken;
    if (config.metricsToken.size() < shortest)
        return wrong(config.metricsTokenFile
                     + ": a token needs 16 bytes; make one with \"openssl rand -hex 32\""_L1);
    return {};
}

Result<void> checkTls(const Config &config)
{
    if (config.tls.certificate.isEmpty() != config.tls.key.isEmpty())
        return wrong(u"tls.certificate and tls.key: both have to be set, or neither"_s);
    return {};
}

void finishDefaults(Config &config)
{
    if (config.signingKeyFile.isEmpty())
        config.signingKeyFile = config.dataDir + "/signing.key"_L1;
    config.registration = config.chosenRegistration.value_or(config.host.isLoopback() ? Registration::Open
                                                                                      : Registration::Invite);
}

} // namespace

QList<FlagHelp> configFlags()
{
    QList<FlagHelp> flags{{u"config"_s, u"FILE"_s, u"YAML file with settings. [HEARTH_CONFIG]"_s}};
    for (const Setting &setting : settings()) {
        if (setting.flag == Setting::Flag::No)
            continue;
        const QString byDefault =
            setting.byDefault.isEmpty() ? QString() : u" Default: %1."_s.arg(setting.byDefault);
        flags += {setting.name, setting.placeholder,
                  u"%1.%2 [%3, %4]"_s.arg(setting.help, byDefault, setting.variable(), setting.key)};
    }
    return flags;
}

Result<Config> readConfig(const QHash<QString, QString> &flags, const QProcessEnvironment &environment)
{
    const QString file =
        flags.value(u"config"_s, environment.value(u"HEARTH_CONFIG"_s, environment.value(u"CONFIG_PATH"_s)));
    const auto yaml = file.isEmpty() ? Result<YamlValues>() : readYaml(file);
    if (!yaml)
        return fail(yaml.error());

    Config config;
    config.file = file;
    for (const Setting &setting : settings()) {
        const auto assign = [&](const QString &place, const QString &text) -> Result<void> {
            if (const QString fault = setting.assign(config, text); !fault.isEmpty())
                return wrong(place + ": "_L1 + fault);
            return {};
        };
        // Every place is checked, so that a mistake is not hidden by a flag until the day the flag goes.
        Result<void> done;
        if (!setting.byDefault.isEmpty())
            done = assign(setting.name, setting.byDefault);
        if (const auto value = yaml->constFind(setting.key); done && value != yaml->cend())
            done = assign(value->place, value->text);
        for (const QString &variable : setting.otherVariables() + QStringList{setting.variable()}) {
            if (done && environment.contains(variable))
                done = assign(variable, environment.value(variable));
        }
        if (done && flags.contains(setting.name))
            done = assign("--"_L1 + setting.name, flags.value(setting.name));
        if (!done)
            return fail(done.error());
    }
    finishDefaults(config);
    if (auto done = checkTls(config)
                        .and_then([&config] { return finishMetricsToken(config); })
                        .and_then([&config] { return finishDatabase(config); })
                        .and_then([&config] { return finishSecret(config); })
                        .and_then([&config] { return finishStorage(config); });
        !done)
        return fail(done.error());
    return config;
}

} // namespace Hearth
