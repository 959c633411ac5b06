// SPDX-License-Identifier: Apache-2.0
#include "storage/filerows.h"

#include "util/uuid.h"

#include <QLocale>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto fileUrl = "/api/v1/files/"_L1;

// An upload may end after its account was erased: nothing of it stays.
Result<void> lockUploader(Sql &sql, const UserId &user)
{
    std::optional<Timestamp> deletedAt;
    Rows row = sql.run(u"SELECT deleted_at FROM users WHERE id = :id {for update}"_s, {{":id", user}});
    if (row.next())
        row >> deletedAt;
    return deletedAt ? fail(ErrorCode::NotFound, u"There is no such user."_s) : Result<void>();
}

} // namespace

File readFile(Rows &row)
{
    File file;
    row >> file.id >> file.name >> file.mimeType >> file.size >> file.sha256 >> file.width >> file.height
        >> file.duration >> file.thumbnail >> file.uploadedBy >> file.createdAt;
    return file;
}

QString urlOfFile(const QString &id)
{
    return fileUrl + id;
}

std::optional<QString> fileOfUrl(const std::optional<QString> &url)
{
    if (!url || !url->startsWith(fileUrl) || !isUuid(QStringView(*url).sliced(fileUrl.size())))
        return std::nullopt;
    return url->sliced(fileUrl.size());
}

Result<void> checkQuota(Sql &sql, const UserId &uploader, qint64 size, qint64 quota)
{
    if (quota <= 0)
        return {};
    qint64 used = 0;
    Rows row = sql.run(u"SELECT COALESCE(SUM(size), 0) FROM files WHERE uploaded_by = :uploader"_s,
                       {{":uploader", uploader}});
    if (row.next())
        row >> used;
    if (used + size <= quota)
        return {};
    return fail(ErrorCode::TooLarge,
                u"Your files may take %1 in all. Delete some that no message holds."_s.arg(
                    QLocale::c().formattedDataSize(quota)));
}

Result<void> insertFile(Sql &sql, const File &file, FileAudience audience, qint64 quota)
{
    if (auto locked = lockUploader(sql, file.uploadedBy); !locked)
        return locked;
    if (auto fits = checkQuota(sql, file.uploadedBy, file.size, quota); !fits)
        return fits;
    const int announced = sql.run(u"DELETE FROM blob_removals WHERE file_id = :id AND at > :still"_s,
                                  {{":id", file.id}, {":still", now() + announcedStill}})
                              .affected();
    if (announced == 0)
        return fail(ErrorCode::Unavailable, u"Storing this file took too long."_s);
    sql.run(
        u"INSERT INTO files (id, uploaded_by, audience, name, mime_type, size, sha256, width, height,"
        " thumbnail, attached, created_at) VALUES (:id, :uploaded_by, :audience, :name, :mime_type, :size,"
        " :sha256, :width, :height, :thumbnail, :attached, :created_at)"_s,
        {{":id", file.id},
         {":uploaded_by", file.uploadedBy},
         {":audience", audience},
         {":name", file.name},
         {":mime_type", file.mimeType},
         {":size", file.size},
         {":sha256", file.sha256},
         {":width", file.width},
         {":height", file.height},
         {":thumbnail", file.thumbnail},
         {":attached", audience != FileAudience::Members},
         {":created_at", file.createdAt}});
    return {};
}

void eraseFiles(Sql &sql, const RowSet &ids)
{
    if (ids.isEmpty())
        return;
    sql.run(u"INSERT INTO blob_removals (file_id, at) SELECT f.id, CAST(:at AS BIGINT) FROM files AS f"
            " WHERE f.id IN (SELECT rows.id FROM {rows id TEXT}) ON CONFLICT DO NOTHING"_s,
            ids, {{":at", now()}});
    sql.run(u"DELETE FROM files WHERE id IN (SELECT rows.id FROM {rows id TEXT})"_s, ids);
}

void eraseAvatar(Sql &sql, const std::optional<QString> &url, FileAudience audience,
                 const std::optional<UserId> &uploader)
{
    const std::optional<QString> id = fileOfUrl(url);
    if (!id)
        return;
    RowSet ids = sql.rowSet();
    {
        Rows row = sql.run(u"SELECT id FROM files WHERE id = :id AND audience = :audience"
                           " AND uploaded_by = COALESCE(:uploader, uploaded_by) {for update}"_s,
                           {{":id", *id}, {":audience", audience}, {":uploader", uploader}});
        if (row.next())
            ids.add(*id);
    }
    eraseFiles(sql, ids);
}

void eraseFilesOf(Sql &sql, const UserId &user)
{
    RowSet free = sql.rowSet();
    {
        Rows unheld = sql.run(u"SELECT f.id FROM files AS f WHERE f.uploaded_by = :user"
                              " AND f.audience <> 'conversation' AND NOT EXISTS"
                              " (SELECT 1 FROM message_files AS x WHERE x.file_id = f.id)"
                              " ORDER BY f.id {for update}"_s,
                              {{":user", user}});
        while (unheld.next()) {
            QString id;
            unheld >> id;
            free.add(id);
        }
    }
    eraseFiles(sql, free);
    sql.run(u"UPDATE users SET avatar_url = NULL WHERE id = :user"_s, {{":user", user}});
}

void eraseAttachments(Sql &sql, const QList<MessageId> &messages)
{
    RowSet of = sql.rowSet();
    for (const MessageId &id : messages)
        of.add(id);
    if (of.isEmpty())
        return;
    // Locked in the order of their ids, as whoever attaches them does.
    RowSet files = sql.rowSet();
    {
        Rows held = sql.run(u"SELECT f.id FROM files AS f WHERE f.id IN (SELECT x.file_id FROM"
                            " message_files AS x WHERE x.message_id IN (SELECT rows.id FROM {rows id TEXT}))"
                            " ORDER BY f.id {for update}"_s,
                            of);
        while (held.next()) {
            QString id;
            held >> id;
            files.add(id);
        }
    }
    if (files.isEmpty())
        return;
    sql.run(u"DELETE FROM message_files WHERE message_id IN (SELECT rows.id FROM {rows id TEXT})"_s, of);
    RowSet free = sql.rowSet();
    {
        Rows unheld = sql.run(u"SELECT rows.id FROM {rows id TEXT} WHERE NOT EXISTS"
                              " (SELECT 1 FROM message_files AS x WHERE x.file_id = rows.id)"_s,
                              files);
        while (unheld.next()) {
            QString id;
            unheld >> id;
            free.add(id);
        }
    }
    eraseFiles(sql, free);
}

} // namespace Hearth
