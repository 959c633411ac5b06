// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/database.h"
#include "wire/jsonwriter.h"

#include <QStringList>

#include <concepts>

namespace Hearth {

// Many rows of values as one parameter of a statement, which names them {rows column TYPE, …} (dialect.h):
// an array for each column on PostgreSQL, one JSON array of arrays on SQLite.
class RowSet
{
public:
    explicit RowSet(DatabaseConfig::Backend backend)
        : m_backend(backend)
    { }

    // One row; every row has as many values as the statement names columns.
    template<typename... T>
    void add(const T &...values)
    {
        if (m_backend == DatabaseConfig::Backend::PostgreSql) {
            m_arrays.resize(sizeof...(T));
            qsizetype column = 0;
            (appendElement(m_arrays[column++], values), ...);
        } else {
            m_json += m_size == 0 ? '[' : ',';
            char separator = '[';
            (appendJson(separator, values), ...);
            m_json += ']';
        }
        ++m_size;
    }

    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] QStringList arrays() const; // PostgreSQL's array literals, one for each column
    [[nodiscard]] QString json() const;

private:
    template<typename T>
    static void appendElement(QString &array, const T &value)
    {
        array += array.isEmpty() ? u'{' : u',';
        writeElement(array, value);
    }
    static void writeElement(QString &array, QStringView text);
    static void writeElement(QString &array, const QString &text) { writeElement(array, QStringView(text)); }
    static void writeElement(QString &array, QLatin1StringView text) { writeElement(array, QString(text)); }
    static void writeElement(QString &array, bool value) { array += value ? u't' : u'f'; }
    template<std::integral T>
    static void writeElement(QString &array, T value)
    {
        array += QString::number(value);
    }
    static void writeElement(QString &array, Timestamp value) { writeElement(array, toMs(value)); }
    template<NamedEnum E>
    static void writeElement(QString &array, E value)
    {
        array += toName(value);
    }
    template<typename T>
    static void writeElement(QString &array, const std::optional<T> &value)
    {
        if (value)
            writeElement(array, *value);
        else
            array += QLatin1StringView("NULL");
    }

    template<typename T>
    void appendJson(char &separator, const T &value)
    {
        m_json += separator;
        separator = ',';
        writeJson(value);
    }
    template<typename T>
    void writeJson(const T &value)
    {
        JsonWriter::write(m_json, value);
    }
    void writeJson(Timestamp value) { JsonWriter::write(m_json, toMs(value)); }
    template<typename T>
    void writeJson(const std::optional<T> &value)
    {
        if (value)
            writeJson(*value);
        else
            m_json += "null";
    }

    const DatabaseConfig::Backend m_backend;
    qsizetype m_size = 0;
    QStringList m_arrays;
    QByteArray m_json;
};

} // namespace Hearth
