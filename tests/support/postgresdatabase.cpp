// SPDX-License-Identifier: Apache-2.0
#include "support/postgresdatabase.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUrl>
#include <QUuid>

namespace Hearth::Test {

using namespace Qt::Literals::StringLiterals;

namespace {

QUrl serverUrl()
{
    const QString url = qEnvironmentVariable("HEARTH_TEST_POSTGRES");
    if (!url.isEmpty())
        return QUrl(url);
    QFile file(QStringLiteral(HEARTH_TEST_POSTGRES_FILE));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("No PostgreSQL: run the test through ctest, or set HEARTH_TEST_POSTGRES.");
    return QUrl(QString::fromUtf8(file.readAll().trimmed()));
}

void execute(const QString &sql)
{
    const QUrl url = serverUrl();
    const QString name = QUuid::createUuid().toString();
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(u"QPSQL"_s, name);
        db.setHostName(url.host());
        db.setPort(url.port(5432));
        db.setUserName(url.userName());
        db.setPassword(url.password());
        db.setDatabaseName(url.path().mid(1));
        if (!db.open())
            qFatal("cannot connect: %s", qPrintable(db.lastError().text()));
        QSqlQuery query(db);
        if (!query.exec(sql))
            qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
    }
    QSqlDatabase::removeDatabase(name);
}

} // namespace

PostgresDatabase::PostgresDatabase()
    : m_name(u"hearth_test_"_s + QUuid::createUuid().toString(QUuid::Id128))
{
    execute(u"CREATE DATABASE "_s + m_name);
}

PostgresDatabase::~PostgresDatabase()
{
    execute(u"DROP DATABASE %1 WITH (FORCE)"_s.arg(m_name));
}

QString PostgresDatabase::url() const
{
    QUrl url = serverUrl();
    url.setPath(u'/' + m_name);
    return url.toString();
}

} // namespace Hearth::Test
