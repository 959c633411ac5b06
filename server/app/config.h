// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/ratelimits.h"
#include "blobs/s3request.h"
#include "gateway/forwarded.h"
#include "gateway/tls.h"
#include "services/authservice.h"
#include "services/fileservice.h"
#include "services/passwordhasher.h"
#include "storage/database.h"

#include <QHostAddress>
#include <QProcessEnvironment>

namespace Hearth {

enum class LogFormat { Console, Json };

template<>
inline constexpr std::array enumNames<LogFormat>{QLatin1StringView("console"), QLatin1StringView("json")};

enum class StorageType { Local, S3 };

template<>
inline constexpr std::array enumNames<StorageType>{QLatin1StringView("local"), QLatin1StringView("s3")};
template<>
inline constexpr std::array enumNames<ForwardedField>{QLatin1StringView("x-forwarded-for"),
                                                      QLatin1StringView("forwarded")};

enum class LogLevel { Debug, Info, Warning, Error };

template<>
inline constexpr std::array enumNames<LogLevel>{QLatin1StringView("debug"), QLatin1StringView("info"),
                                                QLatin1StringView("warning"), QLatin1StringView("error")};

// Everything that can be set, checked. What each means is said once, in settings.h's tables.
struct Config {
    QString file; // where settings were read from, or empty
    QHostAddress host;
    quint16 port = 0;
    QString dataDir;
    QString databaseUrl;
    int databasePool = 0;
    DatabaseConfig databaseParts; // instead of the URL, when its host is set
    DatabaseConfig database; // from those above
    QString signingKeyFile;

    QByteArray jwtSecret; // empty: no external tokens
    QString jwtSecretFile;
    QString jwtPublicKeyFile; // PEM
    QString jwksFile;
    bool allowWeakSecret = false;
    ExternalTokenConfig externalTokens; // its secret is jwtSecret; public keys are loaded by KeyFiles

    std::optional<Registration> chosenRegistration;
    Registration registration = Registration::Invite;
    PasswordCost passwordCost;

    std::optional<std::chrono::days> messageAge; // older messages are removed

    StorageType storageType = StorageType::Local;
    QString storagePath; // of files, and of uploads that are not complete
    FileLimits fileLimits;
    S3Config s3;
    QString s3SecretKeyFile;

    std::chrono::seconds accessLifetime{0};
    QString webSocketPath;
    QStringList allowedOrigins; // of WebSockets
    QStringList corsOrigins;
    ProxyConfig proxies;
    TlsFiles tls;
    int hstsSeconds = 0;
    Networks metricsNetworks;
    QString metricsTokenFile;
    QByteArray metricsToken; // from that file
    RateLimitConfig rateLimits;
    LogLevel logLevel = LogLevel::Info;
    LogFormat logFormat = LogFormat::Console;

    QStringList warnings; // for the log, once it is set up
};

// A flag as QCommandLineParser wants it, for --help.
struct FlagHelp {
    QString name;
    QString placeholder;
    QString help; // with its default and its other two names
};
[[nodiscard]] QList<FlagHelp> configFlags();

// Flags win over HEARTH_* of the environment, that over MESSAGING_*, that over the YAML file (the flag
// `config`, HEARTH_CONFIG or CONFIG_PATH),
// and that over the defaults. The error names where a value stands (a flag, a variable, a file's line and
// key) and what is wrong with it.
[[nodiscard]] Result<Config> readConfig(const QHash<QString, QString> &flags,
                                        const QProcessEnvironment &environment);

} // namespace Hearth
