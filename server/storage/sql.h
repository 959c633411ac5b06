// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/names.h"
#include "storage/dialect.h"
#include "storage/rowset.h"
#include "wire/jsonreader.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <concepts>
#include <memory>
#include <unordered_map>
#include <utility>

namespace Hearth {

class Sql;

// A value for a named place in a statement.
struct Bind {
    template<typename T>
    Bind(const char *placeName, const T &placeValue)
        : name(QLatin1StringView(placeName))
        , value(variant(placeValue))
    { }

    // Qt takes a null QString for SQL's NULL; ours is text, and an empty optional is NULL.
    static QVariant variant(const QString &text) { return text.isNull() ? QStringLiteral("") : text; }
    static QVariant variant(QLatin1StringView text) { return QString(text); }
    static QVariant variant(const QByteArray &utf8) { return variant(QString::fromUtf8(utf8)); }
    static QVariant variant(bool value) { return value; }
    static QVariant variant(Timestamp value) { return toMs(value); }
    template<std::integral T>
    static QVariant variant(T value)
    {
        return qint64(value);
    }
    template<NamedEnum E>
    static QVariant variant(E value)
    {
        return QString(toName(value));
    }
    template<typename T>
    static QVariant variant(const std::optional<T> &value)
    {
        return value ? variant(*value) : QVariant(QMetaType(variant(T()).metaType()));
    }

    QString name;
    QVariant value;
};

// The rows that a statement gave. Read one by one: `while (rows.next()) rows >> id >> seq;`. The same
// statement must not run again while its rows are in use.
class Rows
{
public:
    explicit Rows(QSqlQuery *query, Sql *sql = nullptr)
        : m_query(query)
        , m_sql(sql)
    { } // null: the statement failed
    ~Rows();
    Q_DISABLE_COPY_MOVE(Rows)

    [[nodiscard]] bool next(); // false at the end, or when the database stopped giving more: see Sql
    [[nodiscard]] int affected() const; // rows that were changed

    // The next column of the current row.
    template<typename T>
    Rows &operator>>(T &value)
    {
        read(m_query->value(m_column++), value);
        return *this;
    }

private:
    static void read(const QVariant &column, QString &value) { value = column.toString(); }
    static void read(const QVariant &column, QByteArray &value) { value = column.toString().toUtf8(); }
    static void read(const QVariant &column, bool &value) { value = column.toBool(); }
    static void read(const QVariant &column, int &value) { value = column.toInt(); }
    static void read(const QVariant &column, qint64 &value) { value = column.toLongLong(); }
    static void read(const QVariant &column, double &value) { value = column.toDouble(); }
    static void read(const QVariant &column, Timestamp &value) { value = fromMs(column.toLongLong()); }
    static void read(const QVariant &column, QJsonObject &value);
    template<NamedEnum E>
    static void read(const QVariant &column, E &value)
    {
        value = fromName<E>(column.toString()).value_or(E());
    }
    template<typename T>
    static void read(const QVariant &column, QList<T> &value)
    {
        value = readList(column, [](const QJsonObject &json) { return fromJson<T>(json).value_or(T()); });
    }
    template<typename T>
    static void read(const QVariant &column, std::optional<T> &value)
    {
        value.reset();
        if (!column.isNull())
            read(column, value.emplace());
    }

    template<typename F, typename T = std::invoke_result_t<F, QJsonObject>>
    static QList<T> readList(const QVariant &column, F item)
    {
        QList<T> list;
        for (const QJsonValue &json : jsonArray(column))
            list.append(item(json.toObject()));
        return list;
    }
    static QJsonArray jsonArray(const QVariant &column);

    QSqlQuery *const m_query;
    Sql *const m_sql;
    int m_column = 0;
};

// One connection as the work on it sees it. The first statement that fails is remembered: those after it give
// no rows and change nothing, and the whole work is rolled back and answered with that error. So work may be
// written as if nothing failed, as long as it ends without rows.
class Sql
{
public:
    Sql(QSqlDatabase connection, DatabaseConfig::Backend backend);
    ~Sql();
    Q_DISABLE_COPY_MOVE(Sql)

    // Runs one statement (prepared once, see dialect.h for its spelling) with every named place bound.
    Rows run(const QString &sql, std::initializer_list<Bind> binds = {});
    Rows run(const QString &sql, const RowSet &rows, std::initializer_list<Bind> binds = {});

    // Runs one statement as it stands: schema, settings, transactions.
    bool execute(const QString &sql);

    [[nodiscard]] RowSet rowSet() const { return RowSet(m_backend); }
    [[nodiscard]] DatabaseConfig::Backend backend() const { return m_backend; }

    struct Failure {
        Dialect::Fault fault = Dialect::Fault::Other;
        Error error;
    };
    [[nodiscard]] const std::optional<Failure> &failure() const { return m_failure; }
    [[nodiscard]] bool failed() const { return m_failure.has_value(); }
    void forgetFailure() { m_failure.reset(); }

    // Whether anything but reading was done since this was asked last.
    [[nodiscard]] bool takeWrote() { return std::exchange(m_wrote, false); }
    [[nodiscard]] QSqlDatabase connection() const { return m_connection; }

private:
    friend class Rows;
    QSqlQuery *prepared(const QString &sql);
    Rows finish(QSqlQuery *query, std::initializer_list<Bind> binds);
    void fail(const QSqlQuery &query);

    QSqlDatabase m_connection;
    const DatabaseConfig::Backend m_backend;
    std::unordered_map<QString, std::unique_ptr<QSqlQuery>> m_statements;
    std::optional<Failure> m_failure;
    bool m_wrote = false;
};

// What callers are told while the database is away.
[[nodiscard]] Error databaseAway();

} // namespace Hearth
