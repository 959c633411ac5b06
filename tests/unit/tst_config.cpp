// SPDX-License-Identifier: Apache-2.0
#include "app/config.h"
#include "app/settings.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Hearth;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString strongSecret = u"c4b1f06a7d95e2380fd6a1b9e47c5382"_s;

QProcessEnvironment environment(const QHash<QString, QString> &variables = {})
{
    QProcessEnvironment all;
    for (auto it = variables.begin(); it != variables.end(); ++it)
        all.insert(it.key(), it.value());
    return all;
}

Result<Config> read(const QHash<QString, QString> &flags = {}, const QHash<QString, QString> &variables = {})
{
    return readConfig(flags, environment(variables));
}

QString faultOf(const Result<Config> &config)
{
    return config ? u"accepted"_s : config.error().detail;
}

} // namespace

class TestConfig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAnySettingItServesThisMachine();
    void flagsWinOverTheEnvironmentWinsOverTheFile();
    void everySettingCanBeGivenInEveryWayThatHelpNames();
    void attack69_secretsHaveNoFlag();
    void sectionsAndListsAreRead();
    void attack71_mistakesInTheFileAreRefusedWithLineAndKey_data();
    void attack71_mistakesInTheFileAreRefusedWithLineAndKey();
    void aMistakeInTheFileIsNotHiddenByAFlag();
    void mistakesInTheEnvironmentAndFlagsAreRefusedByName();
    void aMissingFileIsRefused();
    void registrationIsOpenOnLoopbackOnlyUnlessChosen_data();
    void registrationIsOpenOnLoopbackOnlyUnlessChosen();
    void theDatabaseIsInTheDataFolderUnlessChosen();
    void attack71_weakSecretsAreRefusedUnlessAllowed();
    void theSecretFileIsReadWithoutItsLineBreak();
    void oneSecretOnly();
    void networksAndOriginsAreChecked();
    void sizesAreBytesOrHaveUnits();
    void s3NeedsAllOfItsSettings();
    void rateLimitsAreChecked();
    void theKeysOfTheGoServiceAreUnderstood();
    void theVariablesOfTheGoServiceAreUnderstood();
    void partsOfTheDatabaseAddressGoTogether();

private:
    QString write(const QByteArray &yaml)
    {
        QFile file(m_dir.filePath(u"hearth.yaml"_s));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
            qFatal("no file");
        file.write(yaml);
        return file.fileName();
    }

    QTemporaryDir m_dir;
};

void TestConfig::withoutAnySettingItServesThisMachine()
{
    const auto config = read();
    QVERIFY2(config, qPrintable(faultOf(config)));
    QCOMPARE(config->port, 9097);
    QCOMPARE(config->host, QHostAddress(QHostAddress::LocalHost));
    QCOMPARE(config->database.backend, DatabaseConfig::Backend::Sqlite);
    QVERIFY(config->jwtSecret.isEmpty());
    QVERIFY(config->allowedOrigins.isEmpty());
    QVERIFY(config->warnings.isEmpty());
}

void TestConfig::flagsWinOverTheEnvironmentWinsOverTheFile()
{
    const QString file = write("port: 1001\n");
    QCOMPARE(read({{u"config"_s, file}})->port, 1001);
    QCOMPARE(read({{u"config"_s, file}}, {{u"HEARTH_PORT"_s, u"1002"_s}})->port, 1002);
    QCOMPARE(read({{u"config"_s, file}, {u"port"_s, u"1003"_s}}, {{u"HEARTH_PORT"_s, u"1002"_s}})->port,
             1003);
    QCOMPARE(read({}, {{u"HEARTH_CONFIG"_s, file}})->port, 1001);
}

// A value that no setting takes shows that the name was known and the value was looked at.
void TestConfig::everySettingCanBeGivenInEveryWayThatHelpNames()
{
    const QStringList takesAnything{u"data-dir"_s,
                                    u"database-host"_s,
                                    u"database-name"_s,
                                    u"database-sslmode"_s,
                                    u"database-url"_s,
                                    u"database-user"_s,
                                    u"jwks-file"_s,
                                    u"jwt-audience"_s,
                                    u"jwt-issuer"_s,
                                    u"jwt-public-key-file"_s,
                                    u"jwt-secret-file"_s,
                                    u"jwt-user-claims"_s,
                                    u"metrics-token-file"_s,
                                    u"s3-access-key"_s,
                                    u"s3-secret-key-file"_s,
                                    u"signing-key-file"_s,
                                    u"storage-path"_s,
                                    u"tls-certificate"_s,
                                    u"tls-key"_s};
    static const QRegularExpression names(u"\\[(HEARTH_[A-Z0-9_]+), ([a-z0-9_.]+)\\]$"_s);
    QList<FlagHelp> flags = configFlags();
    QCOMPARE(flags.takeFirst().name, u"config"_s);
    QVERIFY(flags.size() > 15);
    for (const FlagHelp &flag : std::as_const(flags)) {
        const auto match = names.match(flag.help);
        QVERIFY2(match.hasMatch(), qPrintable(flag.help));
        if (takesAnything.contains(flag.name))
            continue;
        const QString bad = u"no such value"_s;
        const QString variable = match.captured(1);
        const QString key = match.captured(2);
        QVERIFY2(faultOf(read({{flag.name, bad}})).startsWith("--"_L1 + flag.name + ": must "_L1),
                 qPrintable(flag.name));
        QVERIFY2(faultOf(read({}, {{variable, bad}})).startsWith(variable + ": must "_L1),
                 qPrintable(variable));
        const QString section = key.section(u'.', 0, -2);
        const QByteArray yaml = section.isEmpty()
            ? key.toUtf8() + ": no such value\n"
            : section.toUtf8() + ":\n  " + key.section(u'.', -1).toUtf8() + ": no such value\n";
        QVERIFY2(faultOf(read({{u"config"_s, write(yaml)}})).contains(key + ": must "_L1), yaml.constData());
    }
}

void TestConfig::attack69_secretsHaveNoFlag()
{
    for (const FlagHelp &flag : configFlags())
        QVERIFY(flag.name != u"jwt-secret"_s && flag.name != u"s3-secret-key"_s);
    QCOMPARE(read({}, {{u"HEARTH_JWT_SECRET"_s, strongSecret}})->jwtSecret, strongSecret.toUtf8());
    const QString file = write("auth:\n  jwt_secret: " + strongSecret.toUtf8() + '\n');
    QCOMPARE(read({{u"config"_s, file}})->externalTokens.secret, strongSecret.toUtf8());
}

void TestConfig::sizesAreBytesOrHaveUnits()
{
    QCOMPARE(read()->fileLimits.fileBytes, 10 * 1024 * 1024);
    const std::pair<QString, qint64> sizes[] = {
        {u"1"_s, 1}, {u"2 KiB"_s, 2048}, {u"3MiB"_s, 3 << 20}, {u"1 GiB"_s, 1 << 30}};
    for (const auto &[text, bytes] : sizes)
        QCOMPARE(read({{u"max-file-size"_s, text}})->fileLimits.fileBytes, bytes);
    for (const QString &text :
         {u"0"_s, u"-1"_s, u"1 MB"_s, u"MiB"_s, u"9999999999999999 TiB"_s, u"1.5 MiB"_s})
        QVERIFY2(!read({{u"max-file-size"_s, text}}), qPrintable(text));
}

void TestConfig::s3NeedsAllOfItsSettings()
{
    QHash<QString, QString> flags{{u"storage-type"_s, u"s3"_s},
                                  {u"s3-endpoint"_s, u"http://127.0.0.1:9000/"_s},
                                  {u"s3-bucket"_s, u"files"_s},
                                  {u"s3-access-key"_s, u"key"_s}};
    QVERIFY(faultOf(read(flags)).contains("s3-secret-key-file"_L1));
    QFile file(m_dir.filePath(u"s3.secret"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("hush\n");
    file.close();
    flags.insert(u"s3-secret-key-file"_s, file.fileName());
    const auto config = read(flags);
    QVERIFY2(config, qPrintable(faultOf(config)));
    QCOMPARE(config->s3.secretKey, QByteArray("hush"));
    QCOMPARE(config->s3.endpoint, u"http://127.0.0.1:9000"_s);
    QVERIFY(!read(flags, {{u"HEARTH_S3_SECRET_KEY"_s, u"other"_s}}));
    flags.insert(u"s3-bucket"_s, u"../other"_s);
    QVERIFY(!read(flags));
}

void TestConfig::sectionsAndListsAreRead()
{
    const auto config = read({{u"config"_s,
                               write("host: 0.0.0.0\n"
                                     "auth:\n"
                                     "  registration: closed\n"
                                     "  jwt_user_claims: [uid, sub]\n"
                                     "http:\n"
                                     "  allowed_origins:\n"
                                     "    - https://a.example\n"
                                     "    - https://b.example:8443\n"
                                     "log:\n"
                                     "  format: json\n"
                                     "metrics:\n")}});
    QVERIFY2(config, qPrintable(faultOf(config)));
    QVERIFY(config->registration == Registration::Closed);
    QCOMPARE(config->externalTokens.userIdClaims, (QStringList{u"uid"_s, u"sub"_s}));
    QCOMPARE(config->allowedOrigins, (QStringList{u"https://a.example"_s, u"https://b.example:8443"_s}));
    QVERIFY(config->logFormat == LogFormat::Json);
}

void TestConfig::attack71_mistakesInTheFileAreRefusedWithLineAndKey_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("place");
    QTest::newRow("unknown key") << QByteArray("port: 1\nprot: 2\n")
                                 << u"hearth.yaml:2: prot: there is no such"_s;
    QTest::newRow("unknown in a section") << QByteArray("auth:\n  registration: open\n  secret: x\n")
                                          << u"hearth.yaml:3: auth.secret: there is no"_s;
    QTest::newRow("wrong type") << QByteArray("\n\nport: many\n")
                                << u"hearth.yaml:3: port: must be a whole"_s;
    QTest::newRow("list instead of a number")
        << QByteArray("port: [1, 2]\n") << u"hearth.yaml:1: port: must be"_s;
    QTest::newRow("map instead of a value")
        << QByteArray("port:\n  a: 1\n") << u"hearth.yaml:1: port: must be"_s;
    QTest::newRow("value instead of a section")
        << QByteArray("auth: open\n") << u"hearth.yaml:1: auth: must be"_s;
    QTest::newRow("twice") << QByteArray("port: 1\nport: 2\n") << u"hearth.yaml:2: port: is set twice"_s;
    QTest::newRow("out of range") << QByteArray("port: 65536\n") << u"hearth.yaml:1: port: must be"_s;
    QTest::newRow("text instead of yes or no") << QByteArray("auth: {allow_weak_secret: maybe}\n")
                                               << u"hearth.yaml:1: auth.allow_weak_secret: must be"_s;
    QTest::newRow("not YAML") << QByteArray("port: 1\nhost: [\n") << u"hearth.yaml:"_s;
    QTest::newRow("not a map") << QByteArray("- port\n") << u"hearth.yaml: must be a map"_s;
    QTest::newRow("a map as a key") << QByteArray("{a: b}: c\n") << u"hearth.yaml:1: "_s;
}

void TestConfig::attack71_mistakesInTheFileAreRefusedWithLineAndKey()
{
    QFETCH(QByteArray, yaml);
    QFETCH(QString, place);
    const QString fault = faultOf(read({{u"config"_s, write(yaml)}}));
    QVERIFY2(fault.startsWith(place), qPrintable(fault));
}

void TestConfig::aMistakeInTheFileIsNotHiddenByAFlag()
{
    QVERIFY(!read({{u"config"_s, write("port: many\n")}, {u"port"_s, u"80"_s}}));
}

void TestConfig::mistakesInTheEnvironmentAndFlagsAreRefusedByName()
{
    QVERIFY(faultOf(read({{u"port"_s, u"-1"_s}})).startsWith("--port: must be a whole number"_L1));
    QVERIFY(faultOf(read({}, {{u"HEARTH_LOG_LEVEL"_s, u"loud"_s}}))
                .startsWith("HEARTH_LOG_LEVEL: must be one"_L1));
    QVERIFY(
        faultOf(read({{u"host"_s, u"chat.example.org"_s}})).startsWith("--host: must be an IP address"_L1));
    QVERIFY(faultOf(read({{u"database-url"_s, u"mysql://x"_s}})).startsWith("database-url: "_L1));
}

void TestConfig::aMissingFileIsRefused()
{
    QVERIFY(faultOf(read({{u"config"_s, m_dir.filePath(u"none.yaml"_s)}})).contains("none.yaml: "_L1));
}

void TestConfig::registrationIsOpenOnLoopbackOnlyUnlessChosen_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("chosen");
    QTest::addColumn<Registration>("expected");
    QTest::newRow("loopback") << u"127.0.0.1"_s << QString() << Registration::Open;
    QTest::newRow("loopback 6") << u"::1"_s << QString() << Registration::Open;
    QTest::newRow("everywhere") << u"*"_s << QString() << Registration::Invite;
    QTest::newRow("network") << u"192.0.2.1"_s << QString() << Registration::Invite;
    QTest::newRow("network, open") << u"192.0.2.1"_s << u"open"_s << Registration::Open;
    QTest::newRow("loopback, closed") << u"127.0.0.1"_s << u"closed"_s << Registration::Closed;
}

void TestConfig::registrationIsOpenOnLoopbackOnlyUnlessChosen()
{
    QFETCH(QString, host);
    QFETCH(QString, chosen);
    QFETCH(Registration, expected);
    QHash<QString, QString> flags{{u"host"_s, host}};
    if (!chosen.isEmpty())
        flags.insert(u"registration"_s, chosen);
    QVERIFY(read(flags)->registration == expected);
}

void TestConfig::theDatabaseIsInTheDataFolderUnlessChosen()
{
    const auto config = read({{u"data-dir"_s, u"/srv/hearth"_s}});
    QCOMPARE(config->database.sqlitePath, u"/srv/hearth/hearth.db"_s);
    QCOMPARE(config->signingKeyFile, u"/srv/hearth/signing.key"_s);
    const auto chosen =
        read({{u"database-url"_s, u"postgres://u:p@db.example:5433/chat"_s}, {u"database-pool"_s, u"7"_s}});
    QVERIFY(chosen->database.backend == DatabaseConfig::Backend::PostgreSql);
    QCOMPARE(chosen->database.host, u"db.example"_s);
    QCOMPARE(chosen->database.readers, 7);
}

void TestConfig::attack71_weakSecretsAreRefusedUnlessAllowed()
{
    const QHash<QString, QString> weak{{u"HEARTH_JWT_SECRET"_s, u"secret"_s}};
    const QString fault = faultOf(read({}, weak));
    QVERIFY2(fault.contains("shorter than 32 bytes"_L1) && fault.contains("allow_weak_secret"_L1),
             qPrintable(fault));
    QVERIFY(!fault.contains("\"secret\""_L1)); // it is not repeated
    const auto allowed = read({{u"allow-weak-secret"_s, u"true"_s}}, weak);
    QVERIFY(allowed);
    QCOMPARE(allowed->warnings.size(), 1);
}

void TestConfig::theSecretFileIsReadWithoutItsLineBreak()
{
    QFile file(m_dir.filePath(u"secret"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(strongSecret.toUtf8() + "\r\n");
    file.close();
    QCOMPARE(read({{u"jwt-secret-file"_s, file.fileName()}})->jwtSecret, strongSecret.toUtf8());
    QVERIFY(!read({{u"jwt-secret-file"_s, m_dir.filePath(u"none"_s)}}));
}

void TestConfig::oneSecretOnly()
{
    QVERIFY(!read({{u"jwt-secret-file"_s, write("x")}}, {{u"HEARTH_JWT_SECRET"_s, strongSecret}}));
}

void TestConfig::networksAndOriginsAreChecked()
{
    QCOMPARE(read({{u"metrics-networks"_s, u"10.0.0.0/8, fd00::/8"_s}})->metricsNetworks.size(), 2);
    for (const QString &bad : {u"https://a.example/path"_s, u"a.example"_s, u"null"_s, u"*"_s})
        QVERIFY2(!read({{u"cors-origins"_s, bad}}), qPrintable(bad));
}

void TestConfig::rateLimitsAreChecked()
{
    QCOMPARE(read({{u"limit-user-messages"_s, u"0.5/10"_s}})->rateLimits.userMessages, (RateLimit{0.5, 10}));
    QVERIFY(read({{u"limit-user-messages"_s, u"0"_s}})->rateLimits.userMessages.isOff());
    QCOMPARE(read()->rateLimits.userMessages, (RateLimit{20, 200}));
    QCOMPARE(read()->rateLimits.userRequests, (RateLimit{50, 300}));
    QCOMPARE(read()->rateLimits.addressRequests, (RateLimit{5, 30}));
    for (const QString &bad : {u"20"_s, u"20/0"_s, u"0/20"_s, u"-1/5"_s, u"20/1e3"_s, u"20 / 200"_s, u""_s})
        QVERIFY2(!read({{u"limit-user-messages"_s, bad}}), qPrintable(bad));
}

void TestConfig::theKeysOfTheGoServiceAreUnderstood()
{
    const QByteArray file = "server:\n  http_port: 9098\n  websocket_path: /socket\n"
                            "database:\n  host: db.example\n  port: 5433\n  dbname: chat\n  user: ana\n"
                            "  password: sesame\n  ssl_mode: require\n  max_connections: 9\n"
                            "auth:\n  jwt_secret: "
        + strongSecret.toUtf8() + "\n  token_expiry: 24h\nlogging:\n  level: warn\n  format: text\n";
    const auto config = read({{u"config"_s, write(file)}});
    QVERIFY2(config, qPrintable(faultOf(config)));
    QCOMPARE(config->port, 9098);
    QCOMPARE(config->webSocketPath, u"/socket"_s);
    QVERIFY(config->database.backend == DatabaseConfig::Backend::PostgreSql);
    QCOMPARE(config->database.host, u"db.example"_s);
    QCOMPARE(config->database.port, 5433);
    QCOMPARE(config->database.name, u"chat"_s);
    QCOMPARE(config->database.user, u"ana"_s);
    QCOMPARE(config->database.password, u"sesame"_s);
    QCOMPARE(config->database.sslMode, u"require"_s);
    QCOMPARE(config->database.readers, 9);
    QCOMPARE(config->jwtSecret, strongSecret.toUtf8());
    QVERIFY(config->accessLifetime == std::chrono::hours(24));
    QVERIFY(config->logLevel == LogLevel::Warning && config->logFormat == LogFormat::Console);

    QVERIFY(faultOf(read({{u"config"_s, write("port: 1\nserver:\n  http_port: 2\n")}}))
                .startsWith("hearth.yaml:3: server.http_port: is set twice"_L1));
    QVERIFY(faultOf(read({{u"config"_s, write("server:\n  http_prt: 2\n")}}))
                .startsWith("hearth.yaml:2: server.http_prt: there is no such setting"_L1));
    for (const char *bad : {"server:\n  websocket_path: ws\n", "server:\n  websocket_path: /a b\n",
                            "auth:\n  token_expiry: soon\n", "logging:\n  level: loud\n"})
        QVERIFY2(!read({{u"config"_s, write(bad)}}), bad);
}

void TestConfig::theVariablesOfTheGoServiceAreUnderstood()
{
    const QHash<QString, QString> variables{
        {u"MESSAGING_SERVER_HTTP_PORT"_s, u"9098"_s},    {u"MESSAGING_DATABASE_HOST"_s, u"db.example"_s},
        {u"MESSAGING_DATABASE_NAME"_s, u"chat"_s},       {u"MESSAGING_DATABASE_USER"_s, u"ana"_s},
        {u"MESSAGING_DATABASE_PASSWORD"_s, u"sesame"_s}, {u"MESSAGING_AUTH_JWT_SECRET"_s, strongSecret},
        {u"MESSAGING_LOGGING_FORMAT"_s, u"json"_s},      {u"MESSAGING_REDIS_HOST"_s, u"not ours"_s}};
    const auto config = read({}, variables);
    QVERIFY2(config, qPrintable(faultOf(config)));
    QCOMPARE(config->port, 9098);
    QCOMPARE(config->database.host, u"db.example"_s);
    QCOMPARE(config->database.password, u"sesame"_s);
    QCOMPARE(config->jwtSecret, strongSecret.toUtf8());
    QVERIFY(config->logFormat == LogFormat::Json);
    // Ours win, and a mistake is named where it stands.
    QCOMPARE(read({}, {{u"MESSAGING_SERVER_HTTP_PORT"_s, u"1"_s}, {u"HEARTH_PORT"_s, u"2"_s}})->port, 2);
    QVERIFY(faultOf(read({}, {{u"MESSAGING_SERVER_HTTP_PORT"_s, u"many"_s}}))
                .startsWith("MESSAGING_SERVER_HTTP_PORT: must be a whole number"_L1));
    const QString file = write("port: 1001\n");
    QCOMPARE(read({}, {{u"CONFIG_PATH"_s, file}})->port, 1001);
    QCOMPARE(read({}, {{u"CONFIG_PATH"_s, u"/none"_s}, {u"HEARTH_CONFIG"_s, file}})->port, 1001);
}

void TestConfig::partsOfTheDatabaseAddressGoTogether()
{
    QVERIFY(!read({{u"database-host"_s, u"db.example"_s}}));
    QVERIFY(!read({{u"database-host"_s, u"db.example"_s},
                   {u"database-name"_s, u"chat"_s},
                   {u"database-user"_s, u"ana"_s},
                   {u"database-url"_s, u"sqlite:x"_s}}));
    QCOMPARE(read({{u"database-host"_s, u"db.example"_s},
                   {u"database-name"_s, u"chat"_s},
                   {u"database-user"_s, u"ana"_s}})
                 ->database.port,
             5432);
}

QTEST_GUILESS_MAIN(TestConfig)
#include "tst_config.moc"
