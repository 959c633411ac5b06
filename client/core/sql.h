// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "util/result.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <unordered_map>

namespace Hearth {

// Statements on one SQLite connection, each prepared once. After the first failure nothing more is run until
// takeError(), so that a sequence needs one check at its end.
class Sql
{
public:
    explicit Sql(const QSqlDatabase &db)
        : m_db(db)
    { }

    bool exec(const QString &statement, const QVariantList &values = {});

    // Calls `row(const QSqlQuery &)` for every row of the answer.
    template<typename F>
    bool each(const QString &statement, const QVariantList &values, F row)
    {
        if (!exec(statement, values))
            return false;
        QSqlQuery &query = m_prepared.at(statement);
        while (query.next())
            row(std::as_const(query));
        query.finish();
        return true;
    }

    // Commits what `work()` did, or takes it back if anything failed.
    template<typename F>
    Result<void> transaction(F work)
    {
        if (exec(begin))
            work();
        if (!m_error)
            exec(commit);
        const Result<void> result = takeError();
        if (!result)
            rollback();
        return result;
    }

    void refuse(Error error); // makes the sequence fail
    [[nodiscard]] bool failed() const { return m_error.has_value(); }
    [[nodiscard]] Result<void> takeError();
    [[nodiscard]] bool sawDamage() const { return m_damaged; } // SQLite called the file corrupt

private:
    static const QString begin, commit;
    void rollback();

    QSqlDatabase m_db;
    std::unordered_map<QString, QSqlQuery> m_prepared;
    std::optional<Error> m_error;
    bool m_damaged = false;
};

// https://www.sqlite.org/rescode.html: SQLITE_CORRUPT or SQLITE_NOTADB.
[[nodiscard]] bool isDamage(const QSqlError &error);

} // namespace Hearth
