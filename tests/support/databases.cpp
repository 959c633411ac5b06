// SPDX-License-Identifier: Apache-2.0
#include "support/databases.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

namespace Hearth::Test {

using namespace Qt::Literals::StringLiterals;

namespace {

// qFatal: a test that cannot get its database must not pass.
DatabaseConfig postgresServer()
{
    QString url = qEnvironmentVariable("HEARTH_TEST_POSTGRES");
    if (url.isEmpty()) {
        QFile file(QStringLiteral(HEARTH_TEST_POSTGRES_FILE));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("No PostgreSQL: run the test through ctest, or set HEARTH_TEST_POSTGRES.");
        url = QString::fromUtf8(file.readAll().trimmed());
    }
    const Result<DatabaseConfig> config = parseDatabaseUrl(url);
    if (!config)
        qFatal("HEARTH_TEST_POSTGRES: %s", qPrintable(config.error().detail));
    return *config;
}

bool currentRowIsPostgres()
{
    const int type = qMetaTypeId<bool>();
    const void *value =
        QTest::currentDataTag() ? QTest::qData("postgres", type) : QTest::qGlobalData("postgres", type);
    return *static_cast<const bool *>(value);
}

QVariant executeOn(const DatabaseConfig &config, const QString &sql)
{
    const QString name = QUuid::createUuid().toString();
    QVariant value;
    {
        const bool sqlite = config.backend == DatabaseConfig::Backend::Sqlite;
        QSqlDatabase db = QSqlDatabase::addDatabase(sqlite ? u"QSQLITE"_s : u"QPSQL"_s, name);
        db.setDatabaseName(sqlite ? config.sqlitePath : config.name);
        db.setHostName(config.host);
        db.setPort(config.port);
        db.setUserName(config.user);
        db.setPassword(config.password);
        db.setConnectOptions(sqlite ? u"QSQLITE_BUSY_TIMEOUT=5000"_s : QString());
        if (!db.open())
            qFatal("cannot connect: %s", qPrintable(db.lastError().text()));
        QSqlQuery query(db);
        if (!query.exec(sql))
            qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
        if (query.next())
            value = query.value(0);
    }
    QSqlDatabase::removeDatabase(name);
    return value;
}

} // namespace

void everyBackend()
{
    QTest::addColumn<bool>("postgres");
    QTest::newRow("sqlite") << false;
    QTest::newRow("postgresql") << true;
}

TestDatabase::TestDatabase()
    : TestDatabase(currentRowIsPostgres())
{ }

TestDatabase::TestDatabase(bool postgres)
{
    if (!postgres) {
        m_config.sqlitePath = m_folder.filePath(u"hearth.sqlite"_s);
        return;
    }
    m_config = postgresServer();
    const QString name = u"hearth_test_"_s + QUuid::createUuid().toString(QUuid::Id128);
    executeOn(m_config, u"CREATE DATABASE "_s + name);
    m_config.name = name;
}

TestDatabase::~TestDatabase()
{
    close();
    if (isPostgres())
        executeOn(postgresServer(), u"DROP DATABASE %1 WITH (FORCE)"_s.arg(m_config.name));
}

QString TestDatabase::url() const
{
    if (!isPostgres())
        return u"sqlite:"_s + m_config.sqlitePath;
    return u"postgres://%1:%2@%3:%4/%5"_s.arg(m_config.user, m_config.password, m_config.host,
                                              QString::number(m_config.port), m_config.name);
}

Database &TestDatabase::open()
{
    if (!m_database) {
        m_database = std::make_unique<Database>(m_config);
        const Result<void> opened = waitFor(m_database->open());
        if (!opened)
            qFatal("cannot open the database: %s", qPrintable(opened.error().detail));
    }
    return *m_database;
}

void TestDatabase::close()
{
    m_database.reset();
}

QVariant TestDatabase::execute(const QString &sql)
{
    return executeOn(m_config, sql);
}

void TestDatabase::cutConnections()
{
    executeOn(postgresServer(),
              u"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = '%1'"_s.arg(
                  m_config.name));
}

} // namespace Hearth::Test
