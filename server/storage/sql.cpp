// SPDX-License-Identifier: Apache-2.0
#include "storage/sql.h"

#include <QJsonDocument>
#include <QLoggingCategory>
#include <QSqlError>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcSql, "hearth.storage.sql")

Error errorFor(Dialect::Fault fault)
{
    switch (fault) {
    case Dialect::Fault::Lost:
    case Dialect::Fault::Repeat:
    case Dialect::Fault::Refused: return databaseAway();
    case Dialect::Fault::Conflict: return {ErrorCode::Conflict, u"This already exists."_s, {}, {}};
    case Dialect::Fault::Other: break;
    }
    return {ErrorCode::Internal, u"The database refused the request."_s, {}, {}};
}

// A leading U+FEFF is a byte order mark to SQLite in what it is given, and to QPSQL in what it reads, and
// left out: a second one is lost instead.
QVariant withMark(const QVariant &value)
{
    QString text = value.metaType() == QMetaType::fromType<QString>() ? value.toString() : QString();
    if (!text.startsWith(QChar::ByteOrderMark))
        return value;
    return text.prepend(QChar::ByteOrderMark);
}

} // namespace

Error databaseAway()
{
    return {ErrorCode::Unavailable, u"The database is not available right now."_s, {}, 1'000};
}

Rows::~Rows()
{
    if (m_query)
        m_query->finish();
}

bool Rows::next()
{
    m_column = 0;
    if (!m_query)
        return false;
    if (m_query->next())
        return true;
    if (m_sql && m_query->lastError().isValid())
        m_sql->fail(*m_query);
    return false;
}

int Rows::affected() const
{
    return m_query ? m_query->numRowsAffected() : 0;
}

void Rows::read(const QVariant &column, QJsonObject &value)
{
    value = QJsonDocument::fromJson(column.toString().toUtf8()).object();
}

QJsonArray Rows::jsonArray(const QVariant &column)
{
    const QString text = column.toString();
    return text == "[]"_L1 ? QJsonArray() : QJsonDocument::fromJson(text.toUtf8()).array();
}

Sql::Sql(QSqlDatabase connection, DatabaseConfig::Backend backend)
    : m_connection(std::move(connection))
    , m_backend(backend)
{ }

// The connection goes before the statements, each of which would take its leave of the server otherwise.
Sql::~Sql()
{
    const QString name = m_connection.connectionName();
    m_connection = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

Rows Sql::run(const QString &sql, std::initializer_list<Bind> binds)
{
    return finish(prepared(sql), binds);
}

Rows Sql::run(const QString &sql, const RowSet &rows, std::initializer_list<Bind> binds)
{
    QSqlQuery *query = prepared(sql);
    if (query && m_backend == DatabaseConfig::Backend::PostgreSql) {
        qsizetype index = 0;
        for (const QString &array : rows.arrays())
            query->bindValue(u":rows_"_s + QString::number(index++), array);
    } else if (query) {
        query->bindValue(u":rows"_s, rows.json());
    }
    return finish(query, binds);
}

bool Sql::execute(const QString &sql)
{
    if (m_failure)
        return false;
    QSqlQuery query(m_connection);
    if (query.exec(sql))
        return true;
    fail(query);
    return false;
}

QSqlQuery *Sql::prepared(const QString &sql)
{
    if (m_failure)
        return nullptr;
    std::unique_ptr<QSqlQuery> &query = m_statements[sql];
    if (query)
        return query.get();
    auto fresh = std::make_unique<QSqlQuery>(m_connection);
    // PostgreSQL's driver has the whole answer at once; SQLite's would keep a copy of every row.
    fresh->setForwardOnly(m_backend == DatabaseConfig::Backend::Sqlite);
    if (!fresh->prepare(Dialect::adapt(sql, m_backend))) {
        fail(*fresh);
        return nullptr;
    }
    query = std::move(fresh);
    return query.get();
}

Rows Sql::finish(QSqlQuery *query, std::initializer_list<Bind> binds)
{
    if (!query)
        return Rows(nullptr);
    for (const Bind &bind : binds)
        query->bindValue(bind.name, withMark(bind.value));
    if (query->exec()) {
        m_wrote = m_wrote || !query->isSelect();
        return Rows(query, this);
    }
    fail(*query);
    return Rows(nullptr);
}

// Neither the bound values nor the server's words are logged: both may quote what a user wrote.
void Sql::fail(const QSqlQuery &query)
{
    const QSqlError error = query.lastError();
    const Dialect::Fault fault =
        m_connection.isOpen() ? Dialect::classify(error, m_backend) : Dialect::Fault::Lost;
    m_failure = Failure{fault, errorFor(fault)};
    if (fault == Dialect::Fault::Other)
        qCWarning(lcSql) << "statement failed, code" << error.nativeErrorCode() << "in" << query.lastQuery();
}

} // namespace Hearth
