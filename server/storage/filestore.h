// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/file.h"
#include "model/names.h"
#include "storage/database.h"

#include <QList>

namespace Hearth {

// Who may see a file besides the one who uploaded it.
enum class FileAudience {
    Members, // of the conversations in which a message holds it
    Everybody, // who is signed in: people's avatars
    Conversation, // members of the one whose avatar it is
};

template<>
inline constexpr std::array enumNames<FileAudience>{
    QLatin1StringView("members"), QLatin1StringView("everybody"), QLatin1StringView("conversation")};

// What is known of files; their contents are in a BlobStore. The two agree because contents are announced
// before they are written and after they have lost their row (`blob_removals`): whatever a crash leaves is
// removed later.
class FileStore
{
public:
    explicit FileStore(Database &db)
        : m_db(db)
    { }

    // Announces contents that are about to be written. If no insert() follows within the hour they are
    // removed. too_large when the uploader's files would take more than `quota` bytes; 0: no quota.
    QCoro::Task<Result<void>> announce(QString id, UserId uploader, qint64 size, qint64 quota);

    // The announced file is there. The quota is checked again, under a lock on the uploader's row.
    // unavailable when the announcement has run out.
    QCoro::Task<Result<void>> insert(File file, qint64 quota);

    // The announced picture is the avatar of its uploader from now on; the one before is removed.
    QCoro::Task<Result<void>> insertAvatar(File file, qint64 quota);
    QCoro::Task<Result<void>> removeAvatar(UserId user);

    // not_found when there is none, or `viewer` must not know of it.
    QCoro::Task<Result<File>> visibleTo(QString id, UserId viewer);

    // forbidden for those who may only see it, conflict while a message or an avatar needs it.
    QCoro::Task<Result<void>> remove(QString id, UserId user);

    // Removes files that were uploaded before `before` and never attached to anything; how many, at most 500.
    QCoro::Task<Result<int>> removeOrphans(Timestamp before);

    // Ids whose contents are to be removed, at most 100; and that they are.
    QCoro::Task<Result<QStringList>> erased();
    QCoro::Task<Result<void>> noteRemoved(QStringList ids);

    // The contents of the first could not be removed: it is tried again in four minutes, the others in one.
    QCoro::Task<Result<void>> postponeRemovals(QStringList ids);

private:
    Database &m_db;
};

} // namespace Hearth
