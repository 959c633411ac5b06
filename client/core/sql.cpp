// SPDX-License-Identifier: Apache-2.0
#include "core/sql.h"

#include "core/logging.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

const QString Sql::begin = u"BEGIN IMMEDIATE"_s;
const QString Sql::commit = u"COMMIT"_s;

bool Sql::exec(const QString &statement, const QVariantList &values)
{
    if (m_error)
        return false;
    const auto [place, isNew] = m_prepared.try_emplace(statement, m_db);
    QSqlQuery &query = place->second;
    if (isNew) {
        query.setForwardOnly(true);
        query.prepare(statement);
    }
    for (qsizetype i = 0; i < values.size(); ++i)
        query.bindValue(int(i), values[i]);
    if (query.exec())
        return true;

    const QSqlError error = query.lastError();
    qCWarning(lcStore) << "statement failed" << error.nativeErrorCode() << error.databaseText();
    m_damaged = m_damaged || isDamage(error);
    m_error = Error{ErrorCode::Internal, u"The local data could not be read or written."_s, {}, {}};
    m_prepared.erase(place);
    return false;
}

void Sql::refuse(Error error)
{
    if (!m_error)
        m_error = std::move(error);
}

Result<void> Sql::takeError()
{
    if (auto error = std::exchange(m_error, std::nullopt))
        return fail(std::move(*error));
    return {};
}

// Fails when the failure was that of BEGIN, or ended the transaction; either way there is none afterwards.
void Sql::rollback()
{
    QSqlQuery(m_db).exec(u"ROLLBACK"_s);
}

bool isDamage(const QSqlError &error)
{
    const QString code = error.nativeErrorCode();
    return code == "11"_L1 || code == "26"_L1 || error.databaseText().contains("malformed"_L1);
}

} // namespace Hearth
