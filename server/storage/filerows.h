// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/filestore.h"
#include "storage/sql.h"

namespace Hearth {

// The columns of `files AS f` that make a File, in the order in which readFile() takes them.
#define HEARTH_FILE_COLUMNS \
    "f.id, f.name, f.mime_type, f.size, f.sha256, f.width, f.height, f.duration, f.thumbnail, " \
    "f.uploaded_by, f.created_at"

[[nodiscard]] File readFile(Rows &row);

// Where everybody finds the contents of a file: what avatar_url holds for pictures of ours.
[[nodiscard]] QString urlOfFile(const QString &id);
[[nodiscard]] std::optional<QString> fileOfUrl(const std::optional<QString> &url); // of ours, else nothing

// too_large when the uploader's files would take more than `quota` bytes with so many more; 0: no quota.
[[nodiscard]] Result<void> checkQuota(Sql &sql, const UserId &uploader, qint64 size, qint64 quota);

// What must be left of an announcement when its file gets its row: longer than any transaction, so that
// nobody removes contents while their row is being committed.
inline constexpr std::chrono::minutes announcedStill{5};

// Announced contents get their row. The quota is checked under a lock on the uploader's row. unavailable
// when the announcement has run out; not_found when that account has been erased meanwhile.
[[nodiscard]] Result<void> insertFile(Sql &sql, const File &file, FileAudience audience, qint64 quota);

// Removes the rows of files (`ids` has one column) and notes that their contents have to go, too.
void eraseFiles(Sql &sql, const RowSet &ids);

// The picture that an avatar_url names goes, if it was uploaded for that, and by `uploader` when one is
// named: a token of another user service may name anything.
void eraseAvatar(Sql &sql, const std::optional<QString> &url, FileAudience audience,
                 const std::optional<UserId> &uploader = {});

// Removes what these messages hold, and every file that no message holds any more. Part of eraseContents().
void eraseAttachments(Sql &sql, const QList<MessageId> &messages);

// Removes what somebody uploaded and no message holds, the avatar too: for the deletion of an account.
void eraseFilesOf(Sql &sql, const UserId &user);

} // namespace Hearth
