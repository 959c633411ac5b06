// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "blobs/blobstore.h"
#include "model/conversation.h"
#include "services/caller.h"
#include "services/lifetime.h"
#include "storage/filestore.h"

#include <QHash>
#include <QTimer>

namespace Hearth {

class ConversationService;

struct FileLimits {
    qint64 fileBytes = 10 * 1024 * 1024; // the largest file
    qint64 userBytes = 0; // of all files of a user; 0: no limit
    int uploadsAtOnce = 8; // of a user
};

// Files: taken in, given out, and removed when nothing needs them any more.
class FileService
{
public:
    // Uploads wait in `stagingFolder` until they are complete.
    FileService(FileStore &store, BlobStore &blobs, TaskPool &tasks, ConversationService &conversations,
                QString stagingFolder, FileLimits limits);

    [[nodiscard]] const FileLimits &limits() const { return m_limits; }

    // Takes in what the stream gives. Answered when the file outlasts a power failure; when the stream fails,
    // or anything else does, nothing is left of it. too_large beyond the limits.
    QCoro::Task<Result<File>> upload(Caller caller, QString name, ByteStream contents);

    // As the caller may see it: not_found also for those who may not.
    QCoro::Task<Result<File>> get(Caller caller, QString id);

    // Contents of a file that get() has answered. unavailable when the store has lost them.
    QCoro::Task<Result<ByteStream>> read(File file, qint64 offset, qint64 length);

    // The small picture of an image, JPEG or PNG.
    QCoro::Task<Result<QByteArray>> thumbnail(Caller caller, QString id);

    // forbidden for those who may only see it, conflict while a message or an avatar needs it.
    QCoro::Task<Result<void>> remove(Caller caller, QString id);

    // The caller's picture, made anew from an image: fitted into 512 pixels, without its metadata.
    // unsupported_media_type when it is no image that can be read.
    QCoro::Task<Result<File>> setAvatar(Caller caller, ByteStream image);
    QCoro::Task<Result<void>> removeAvatar(Caller caller);

    // The same for a group, seen by its members: for those who may change it, and forbidden to others.
    QCoro::Task<Result<Conversation>> setConversationAvatar(Caller caller, ConversationId id,
                                                            ByteStream image);
    QCoro::Task<Result<void>> removeConversationAvatar(Caller caller, ConversationId id);

    // Removes the contents of files that have lost their rows, by whatever transaction. While that goes on
    // already, it is only told to look once more.
    QCoro::Task<> removeErased();

    // From now on does so every `erasedInterval`, and looks for files that were never attached every hour.
    void start(std::chrono::milliseconds erasedInterval = std::chrono::seconds(1));

    // Files of uploads that were not attached within this time are removed. Called by a timer.
    QCoro::Task<> removeOrphans(std::chrono::milliseconds age = std::chrono::hours(24));

private:
    struct Upload;
    class Slot;

    QCoro::Task<Result<void>> receive(std::shared_ptr<Upload> upload, ByteStream contents);
    // What gives the file its row, with its contents in place.
    using Commit = std::function<QCoro::Task<Result<void>>(File)>;
    QCoro::Task<Result<void>> store(std::shared_ptr<Upload> upload, Commit commit);
    QCoro::Task<Result<std::shared_ptr<Upload>>> makeAvatar(Caller caller, ByteStream image);
    QCoro::Task<Result<void>> putAll(std::shared_ptr<Upload> upload);
    QCoro::Task<Error> whyMissing(File file);
    QCoro::Task<bool> removeSomeErased();

    FileStore &m_store;
    BlobStore &m_blobs;
    TaskPool &m_tasks;
    ConversationService &m_conversations;
    TaskPool m_pictures{1}; // one decoded image in memory at a time
    const QString m_stagingFolder;
    const FileLimits m_limits;
    QHash<UserId, int> m_uploads; // under way
    QTimer m_erasedTimer;
    QTimer m_orphanTimer;
    bool m_removing = false;
    bool m_removeAgain = false; // asked for while it ran
    Lifetime m_lifetime;
};

} // namespace Hearth
