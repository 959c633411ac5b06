// SPDX-License-Identifier: Apache-2.0
#include "storage/filestore.h"

#include "storage/conversationrows.h"
#include "storage/filerows.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::chrono::hours announcedFor{1};
constexpr int orphansAtOnce = 500;
constexpr int removalsAtOnce = 100;
// Of contents that may be gone in part: they must not look like announced ones.
constexpr std::chrono::minutes refusedFor{4};
constexpr std::chrono::minutes othersFor{1};
static_assert(refusedFor < announcedStill);

tl::unexpected<Error> noFile()
{
    return fail(ErrorCode::NotFound, u"There is no such file."_s);
}

std::optional<QString> avatarOf(Sql &sql, const UserId &user)
{
    std::optional<QString> url;
    Rows row = sql.run(u"SELECT avatar_url FROM users WHERE id = :id {for update}"_s, {{":id", user}});
    if (row.next())
        row >> url;
    return url;
}

// The membership may only count in conversations that exist, messages only from where it may look.
Result<File> readVisible(Sql &sql, const QString &id, const UserId &viewer)
{
    Rows row = sql.run(u"SELECT " HEARTH_FILE_COLUMNS
                       " FROM files AS f WHERE f.id = :id AND (f.uploaded_by = :uploader"
                       " OR f.audience = 'everybody' OR EXISTS (SELECT 1 FROM message_files AS x"
                       " JOIN messages AS t ON t.id = x.message_id"
                       " JOIN conversations AS c ON c.id = x.conversation_id"
                       " JOIN conversation_members AS m ON m.conversation_id = c.id AND m.user_id = :reader"
                       " WHERE x.file_id = f.id AND m.removed_at IS NULL AND c.deleted_at IS NULL"
                       " AND t.deleted_at IS NULL AND t.seq >= " HEARTH_FIRST_VISIBLE ")"
                       " OR (f.audience = 'conversation' AND EXISTS (SELECT 1 FROM conversation_members AS m"
                       " JOIN conversations AS c ON c.id = m.conversation_id WHERE m.user_id = :member"
                       " AND m.removed_at IS NULL AND c.deleted_at IS NULL AND c.avatar_url = :url)))"_s,
                       {{":id", id},
                        {":uploader", viewer},
                        {":reader", viewer},
                        {":member", viewer},
                        {":url", urlOfFile(id)}});
    if (!row.next())
        return noFile();
    return readFile(row);
}

bool isHeld(Sql &sql, const QString &id)
{
    Rows row = sql.run(u"SELECT 1 WHERE EXISTS (SELECT 1 FROM message_files WHERE file_id = :id)"
                       " OR EXISTS (SELECT 1 FROM files WHERE id = :avatar AND audience <> 'members')"_s,
                       {{":id", id}, {":avatar", id}});
    return row.next();
}

} // namespace

QCoro::Task<Result<void>> FileStore::announce(QString id, UserId uploader, qint64 size, qint64 quota)
{
    return m_db.write([id, uploader, size, quota](Sql &sql) -> Result<void> {
        if (auto fits = checkQuota(sql, uploader, size, quota); !fits)
            return fits;
        sql.run(u"INSERT INTO blob_removals (file_id, at) VALUES (:id, :at)"_s,
                {{":id", id}, {":at", now() + announcedFor}});
        return {};
    });
}

QCoro::Task<Result<void>> FileStore::insert(File file, qint64 quota)
{
    return m_db.write(
        [file, quota](Sql &sql) { return insertFile(sql, file, FileAudience::Members, quota); });
}

QCoro::Task<Result<void>> FileStore::insertAvatar(File file, qint64 quota)
{
    return m_db.write([file, quota](Sql &sql) -> Result<void> {
        eraseAvatar(sql, avatarOf(sql, file.uploadedBy), FileAudience::Everybody, file.uploadedBy);
        if (auto inserted = insertFile(sql, file, FileAudience::Everybody, quota); !inserted)
            return inserted;
        sql.run(u"UPDATE users SET avatar_url = :url WHERE id = :id"_s,
                {{":url", urlOfFile(file.id)}, {":id", file.uploadedBy}});
        return {};
    });
}

QCoro::Task<Result<void>> FileStore::removeAvatar(UserId user)
{
    return m_db.write([user](Sql &sql) -> Result<void> {
        eraseAvatar(sql, avatarOf(sql, user), FileAudience::Everybody, user);
        sql.run(u"UPDATE users SET avatar_url = NULL WHERE id = :id"_s, {{":id", user}});
        return {};
    });
}

QCoro::Task<Result<File>> FileStore::visibleTo(QString id, UserId viewer)
{
    return m_db.query([id, viewer](Sql &sql) { return readVisible(sql, id, viewer); });
}

QCoro::Task<Result<void>> FileStore::remove(QString id, UserId user)
{
    return m_db.write([id, user](Sql &sql) -> Result<void> {
        const Result<File> file = readVisible(sql, id, user);
        if (!file)
            return fail(file.error());
        if (file->uploadedBy != user)
            return fail(ErrorCode::Forbidden, u"Only who uploaded a file can delete it."_s);
        {
            Rows row = sql.run(u"SELECT id FROM files WHERE id = :id {for update}"_s, {{":id", id}});
            if (!row.next())
                return noFile();
        }
        if (isHeld(sql, id))
            return fail(ErrorCode::Conflict, u"A message or an avatar needs this file: delete that first."_s);
        RowSet ids = sql.rowSet();
        ids.add(id);
        eraseFiles(sql, ids);
        return {};
    });
}

QCoro::Task<Result<int>> FileStore::removeOrphans(Timestamp before)
{
    return m_db.writeLater([before](Sql &sql) -> Result<int> {
        RowSet ids = sql.rowSet();
        int count = 0;
        {
            Rows orphans =
                sql.run(u"SELECT f.id FROM files AS f WHERE NOT f.attached AND f.created_at < :before"
                        " ORDER BY f.id LIMIT :most {for update}"_s,
                        {{":before", before}, {":most", orphansAtOnce}});
            for (; orphans.next(); ++count) {
                QString id;
                orphans >> id;
                ids.add(id);
            }
        }
        eraseFiles(sql, ids);
        return count;
    });
}

QCoro::Task<Result<QStringList>> FileStore::erased()
{
    return m_db.query([](Sql &sql) -> Result<QStringList> {
        QStringList ids;
        Rows rows =
            sql.run(u"SELECT file_id FROM blob_removals WHERE at <= :now ORDER BY at, file_id LIMIT :most"_s,
                    {{":now", now()}, {":most", removalsAtOnce}});
        while (rows.next())
            rows >> ids.emplaceBack();
        return ids;
    });
}

QCoro::Task<Result<void>> FileStore::noteRemoved(QStringList ids)
{
    return m_db.writeLater([ids](Sql &sql) -> Result<void> {
        RowSet rows = sql.rowSet();
        for (const QString &id : ids)
            rows.add(id);
        if (!rows.isEmpty()) {
            sql.run(u"DELETE FROM blob_removals WHERE file_id IN (SELECT rows.id FROM {rows id TEXT})"_s,
                    rows);
        }
        return {};
    });
}

QCoro::Task<Result<void>> FileStore::postponeRemovals(QStringList ids)
{
    return m_db.writeLater([ids](Sql &sql) -> Result<void> {
        RowSet rows = sql.rowSet();
        for (const QString &id : ids) {
            const auto wait = id == ids.first() ? refusedFor : othersFor;
            rows.add(id, now() + wait);
        }
        if (!rows.isEmpty()) {
            sql.run(u"UPDATE blob_removals SET at = rows.at FROM {rows id TEXT, at BIGINT}"
                    " WHERE blob_removals.file_id = rows.id"_s,
                    rows);
        }
        return {};
    });
}

} // namespace Hearth
