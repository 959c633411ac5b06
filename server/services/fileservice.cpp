// SPDX-License-Identifier: Apache-2.0
#include "services/fileservice.h"

#include "blobs/imaging.h"
#include "blobs/sniffing.h"
#include "services/conversationservice.h"
#include "services/filerules.h"
#include "util/uuid.h"

#include <QLocale>
#include <QLoggingCategory>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcFiles, "hearth.files")

constexpr qint64 thumbnailBytes = 2 * 1024 * 1024; // of 320 pixels square: more than any
constexpr std::chrono::hours orphanInterval{1};

QString thumbnailOf(const QString &id)
{
    return id + "-thumbnail"_L1;
}

// A small file at once.
QCoro::Task<Result<StagedContents>> stage(StagedFile &staged, QByteArray contents)
{
    if (auto written = co_await staged.write(std::move(contents)); !written)
        co_return fail(std::move(written.error()));
    co_return co_await staged.finish();
}

} // namespace

// A file on its way in: what is on the disk, and the row that it will get.
struct FileService::Upload {
    Upload(TaskPool &tasks, const QString &folder)
        : staged(std::make_unique<StagedFile>(tasks, folder))
        , stagedThumbnail(std::make_unique<StagedFile>(tasks, folder))
    { }

    File file;
    std::unique_ptr<StagedFile> staged;
    std::unique_ptr<StagedFile> stagedThumbnail;
    StagedContents contents;
    StagedContents thumbnail; // if file.thumbnail
};

// One of the uploads that a user may make at a time.
class FileService::Slot
{
public:
    Slot(FileService &service, UserId user)
        : m_service(service)
        , m_user(std::move(user))
        , m_isFree(m_service.m_uploads.value(m_user) < m_service.m_limits.uploadsAtOnce)
    {
        ++m_service.m_uploads[m_user];
    }
    ~Slot()
    {
        if (--m_service.m_uploads[m_user] == 0)
            m_service.m_uploads.remove(m_user);
    }
    Q_DISABLE_COPY_MOVE(Slot)

    [[nodiscard]] Result<void> check() const
    {
        if (m_isFree)
            return {};
        return fail(Error{ErrorCode::RateLimited,
                          u"At most %1 uploads at a time."_s.arg(m_service.m_limits.uploadsAtOnce),
                          {},
                          1'000});
    }

private:
    FileService &m_service;
    const UserId m_user;
    const bool m_isFree;
};

FileService::FileService(FileStore &store, BlobStore &blobs, TaskPool &tasks,
                         ConversationService &conversations, QString stagingFolder, FileLimits limits)
    : m_store(store)
    , m_blobs(blobs)
    , m_tasks(tasks)
    , m_conversations(conversations)
    , m_stagingFolder(std::move(stagingFolder))
    , m_limits(limits)
{ }

QCoro::Task<Result<File>> FileService::upload(Caller caller, QString name, ByteStream contents)
{
    const Slot slot(*this, caller.userId);
    if (auto free = slot.check(); !free)
        co_return fail(std::move(free.error()));
    const auto upload = std::make_shared<Upload>(m_tasks, m_stagingFolder);
    if (auto received = co_await receive(upload, std::move(contents)); !received)
        co_return fail(std::move(received.error()));

    auto sniffing = m_tasks.run([path = upload->contents.path] { return sniff(path); });
    const SniffedType type = co_await sniffing;
    File &file = upload->file;
    file.id = uuidV7();
    file.name = cleanFileName(std::move(name));
    file.mimeType = type.mimeType;
    file.size = upload->contents.size;
    file.sha256 = upload->contents.sha256;
    file.uploadedBy = caller.userId;
    file.createdAt = now();
    if (!type.imageFormat.isEmpty()) {
        file.width = type.size.width();
        file.height = type.size.height();
        auto drawing = m_pictures.run([path = upload->contents.path, format = type.imageFormat] {
            return pictureOf(path, format, thumbnailSide);
        });
        if (const auto picture = co_await drawing) {
            const auto staged = co_await stage(*upload->stagedThumbnail, picture->contents);
            if (!staged)
                co_return fail(staged.error());
            upload->thumbnail = *staged;
            file.thumbnail = true;
        }
    }
    const Commit commit = [this](File added) { return m_store.insert(added, m_limits.userBytes); };
    if (auto stored = co_await store(upload, commit); !stored)
        co_return fail(std::move(stored.error()));
    co_return upload->file;
}

QCoro::Task<Result<void>> FileService::receive(std::shared_ptr<Upload> upload, ByteStream contents)
{
    qint64 size = 0;
    while (true) {
        auto piece = co_await contents();
        if (!piece)
            co_return fail(std::move(piece.error()));
        if (piece->isEmpty())
            break;
        size += piece->size();
        if (size > m_limits.fileBytes)
            co_return fail(
                ErrorCode::TooLarge,
                u"A file has at most %1."_s.arg(QLocale::c().formattedDataSize(m_limits.fileBytes)));
        if (auto written = co_await upload->staged->write(std::move(*piece)); !written)
            co_return written;
    }
    auto finished = co_await upload->staged->finish();
    if (!finished)
        co_return fail(std::move(finished.error()));
    upload->contents = std::move(*finished);
    co_return Result<void>();
}

// The contents are announced, put where they stay, and get their row: see FileStore.
QCoro::Task<Result<void>> FileService::store(std::shared_ptr<Upload> upload, Commit commit)
{
    const File file = upload->file;
    auto stored = co_await m_store.announce(file.id, file.uploadedBy, file.size, m_limits.userBytes);
    if (!stored)
        co_return stored;
    stored = co_await putAll(upload);
    if (stored)
        stored = co_await commit(file);
    if (!stored && stored.error().code != ErrorCode::Unavailable) {
        // Without a row for sure. Otherwise the commit may have happened, and the announcement decides.
        co_await m_blobs.remove(file.id);
        co_await m_blobs.remove(thumbnailOf(file.id));
    }
    co_return stored;
}

QCoro::Task<Result<void>> FileService::putAll(std::shared_ptr<Upload> upload)
{
    auto put = co_await m_blobs.put(upload->file.id, upload->contents);
    if (put && upload->file.thumbnail)
        put = co_await m_blobs.put(thumbnailOf(upload->file.id), upload->thumbnail);
    co_return put;
}

QCoro::Task<Result<File>> FileService::get(Caller caller, QString id)
{
    co_return co_await m_store.visibleTo(id, caller.userId);
}

QCoro::Task<Result<ByteStream>> FileService::read(File file, qint64 offset, qint64 length)
{
    auto stream = co_await m_blobs.open(file.id, offset, length);
    if (!stream && stream.error().code == ErrorCode::NotFound)
        stream.error() = co_await whyMissing(file);
    co_return stream;
}

// There is no row without contents. Unless the row has just gone, too, the store is not the one that it was:
// a disk that is not mounted, another bucket.
QCoro::Task<Error> FileService::whyMissing(File file)
{
    const auto row = co_await m_store.visibleTo(file.id, file.uploadedBy);
    if (!row)
        co_return row.error();
    qCCritical(lcFiles, "contents_missing file=%s", qPrintable(file.id));
    co_return storeAway().value();
}

QCoro::Task<Result<QByteArray>> FileService::thumbnail(Caller caller, QString id)
{
    const auto file = co_await m_store.visibleTo(id, caller.userId);
    if (!file)
        co_return fail(file.error());
    if (!file->thumbnail)
        co_return fail(ErrorCode::NotFound, u"This file has no thumbnail."_s);
    auto picture = co_await m_blobs.load(thumbnailOf(id), thumbnailBytes);
    if (!picture && picture.error().code == ErrorCode::NotFound)
        picture.error() = co_await whyMissing(*file);
    co_return picture;
}

QCoro::Task<Result<void>> FileService::remove(Caller caller, QString id)
{
    auto removed = co_await m_store.remove(id, caller.userId);
    if (removed)
        removeErased();
    co_return removed;
}

QCoro::Task<Result<File>> FileService::setAvatar(Caller caller, ByteStream image)
{
    const Slot slot(*this, caller.userId);
    if (auto free = slot.check(); !free)
        co_return fail(std::move(free.error()));
    const auto upload = co_await makeAvatar(caller, std::move(image));
    if (!upload)
        co_return fail(upload.error());
    const Commit commit = [this](File avatar) { return m_store.insertAvatar(avatar, m_limits.userBytes); };
    if (auto stored = co_await store(*upload, commit); !stored)
        co_return fail(std::move(stored.error()));
    removeErased();
    co_return (*upload)->file;
}

QCoro::Task<Result<std::shared_ptr<FileService::Upload>>> FileService::makeAvatar(Caller caller,
                                                                                  ByteStream image)
{
    const auto original = std::make_shared<Upload>(m_tasks, m_stagingFolder);
    if (auto received = co_await receive(original, std::move(image)); !received)
        co_return fail(std::move(received.error()));

    struct Pictures {
        std::optional<Picture> avatar;
        std::optional<Picture> thumbnail;
    };
    auto drawing = m_pictures.run([path = original->contents.path] {
        const QByteArray format = sniff(path).imageFormat;
        if (format.isEmpty())
            return Pictures();
        return Pictures{pictureOf(path, format, avatarSide), pictureOf(path, format, thumbnailSide)};
    });
    const Pictures pictures = co_await drawing;
    if (!pictures.avatar || !pictures.thumbnail)
        co_return fail(ErrorCode::UnsupportedMediaType, u"This is no image that can be shown."_s);

    const auto upload = std::make_shared<Upload>(m_tasks, m_stagingFolder);
    const auto avatar = co_await stage(*upload->staged, pictures.avatar->contents);
    if (!avatar)
        co_return fail(avatar.error());
    const auto small = co_await stage(*upload->stagedThumbnail, pictures.thumbnail->contents);
    if (!small)
        co_return fail(small.error());
    upload->contents = *avatar;
    upload->thumbnail = *small;
    const bool isPng = pictures.avatar->mimeType == "image/png"_L1;
    File &file = upload->file;
    file.id = uuidV7();
    file.name = isPng ? u"avatar.png"_s : u"avatar.jpg"_s;
    file.mimeType = pictures.avatar->mimeType;
    file.size = avatar->size;
    file.sha256 = avatar->sha256;
    file.width = pictures.avatar->width;
    file.height = pictures.avatar->height;
    file.thumbnail = true;
    file.uploadedBy = caller.userId;
    file.createdAt = now();
    co_return upload;
}

QCoro::Task<Result<void>> FileService::removeAvatar(Caller caller)
{
    auto removed = co_await m_store.removeAvatar(caller.userId);
    if (removed)
        removeErased();
    co_return removed;
}

QCoro::Task<Result<Conversation>> FileService::setConversationAvatar(Caller caller, ConversationId id,
                                                                     ByteStream image)
{
    const Slot slot(*this, caller.userId);
    if (auto free = slot.check(); !free)
        co_return fail(std::move(free.error()));
    // An edit of nothing is refused to those who may not edit: they need not send the picture.
    ConversationEdit edit;
    if (auto allowed = co_await m_conversations.edit(caller, id, edit); !allowed)
        co_return fail(std::move(allowed.error()));
    const auto upload = co_await makeAvatar(caller, std::move(image));
    if (!upload)
        co_return fail(upload.error());
    edit.avatar = (*upload)->file;
    edit.uploadQuota = m_limits.userBytes;
    Conversation changed;
    const Commit commit = [this, caller, id, edit, &changed](const File &) -> QCoro::Task<Result<void>> {
        Conversation &answer = changed;
        auto edited = co_await m_conversations.edit(caller, id, edit);
        if (!edited)
            co_return fail(std::move(edited.error()));
        answer = std::move(*edited);
        co_return Result<void>();
    };
    if (auto stored = co_await store(*upload, commit); !stored)
        co_return fail(std::move(stored.error()));
    removeErased();
    co_return changed;
}

QCoro::Task<Result<void>> FileService::removeConversationAvatar(Caller caller, ConversationId id)
{
    ConversationEdit edit;
    edit.avatar.emplace();
    const auto edited = co_await m_conversations.edit(caller, id, edit);
    if (!edited)
        co_return fail(edited.error());
    removeErased();
    co_return Result<void>();
}

QCoro::Task<> FileService::removeErased()
{
    m_removeAgain = true; // what came after the running one had looked is not left for the timer
    if (std::exchange(m_removing, true))
        co_return;
    const Lifetime::Watch lifetime = m_lifetime.watch();
    bool more = false;
    while (more || std::exchange(m_removeAgain, false)) {
        more = co_await removeSomeErased();
        if (lifetime.isOver())
            co_return;
    }
    m_removing = false;
}

// Whether more are to be removed now. A store that refuses one is not asked for the others of the round.
QCoro::Task<bool> FileService::removeSomeErased()
{
    const Lifetime::Watch lifetime = m_lifetime.watch();
    const auto due = co_await m_store.erased();
    const QStringList ids = due.value_or(QStringList());
    qsizetype removed = 0;
    for (bool goesOn = true; goesOn && removed < ids.size(); removed += goesOn) {
        if (lifetime.isOver())
            co_return false;
        const auto contents = co_await m_blobs.remove(ids[removed]);
        if (lifetime.isOver())
            co_return false;
        const auto thumbnail = co_await m_blobs.remove(thumbnailOf(ids[removed]));
        goesOn = contents && thumbnail;
    }
    if (lifetime.isOver() || ids.isEmpty())
        co_return false;
    const auto noted = co_await m_store.noteRemoved(ids.first(removed));
    if (lifetime.isOver() || removed == ids.size())
        co_return noted.has_value();
    co_await m_store.postponeRemovals(ids.sliced(removed));
    co_return false;
}

QCoro::Task<> FileService::removeOrphans(std::chrono::milliseconds age)
{
    const Lifetime::Watch lifetime = m_lifetime.watch();
    StagedFile::removeLeftovers(m_tasks, m_stagingFolder);
    const Timestamp before = now() - age;
    int count = 0;
    Result<int> removed = 1;
    while (removed && *removed > 0 && !lifetime.isOver()) {
        removed = co_await m_store.removeOrphans(before);
        count += removed.value_or(0);
    }
    if (count > 0)
        qCInfo(lcFiles, "orphans_removed count=%d", count);
}

void FileService::start(std::chrono::milliseconds erasedInterval)
{
    QObject::connect(&m_erasedTimer, &QTimer::timeout, &m_erasedTimer, [this] { removeErased(); });
    QObject::connect(&m_orphanTimer, &QTimer::timeout, &m_orphanTimer, [this] { removeOrphans(); });
    m_erasedTimer.start(erasedInterval);
    m_orphanTimer.start(orphanInterval);
    removeErased();
    removeOrphans();
}

} // namespace Hearth
