// SPDX-License-Identifier: Apache-2.0
#include "blobs/localblobstore.h"
#include "services/fileservice.h"
#include "support/servicefixture.h"
#include "util/uuid.h"

#include <QBuffer>
#include <QCoroTimer>
#include <QCryptographicHash>
#include <QDirIterator>
#include <QImage>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

namespace {

ByteStream streamOf(const QByteArray &contents, qsizetype pieceBytes = 10'000)
{
    const auto left = std::make_shared<QByteArray>(contents);
    return [left, pieceBytes]() -> QCoro::Task<Result<QByteArray>> {
        const QByteArray piece = left->left(pieceBytes);
        left->remove(0, piece.size());
        co_return piece;
    };
}

// Some bytes, and then what a client that leaves looks like.
ByteStream brokenStream(int pieces)
{
    const auto left = std::make_shared<int>(pieces);
    return [left]() -> QCoro::Task<Result<QByteArray>> {
        if ((*left)-- > 0)
            co_return QByteArray(50'000, 'x');
        co_return fail(ErrorCode::Unavailable, u"The upload was cut off."_s);
    };
}

QByteArray pngOf(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!image.save(&buffer, "PNG"))
        qFatal("no PNG");
    return bytes;
}

QByteArray picture(int width = 600, int height = 300)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::green);
    image.setText(u"GPS"_s, u"somewhere secret"_s);
    return pngOf(image);
}

// A store that fails when it is told to.
class FailingStore final : public BlobStore
{
public:
    explicit FailingStore(BlobStore &store)
        : m_store(store)
    { }
    QCoro::Task<Result<void>> put(QString id, StagedContents contents) override
    {
        if (puts-- <= 0)
            co_return storeAway();
        co_return co_await m_store.put(id, contents);
    }
    QCoro::Task<Result<ByteStream>> open(QString id, qint64 offset, qint64 length) override
    {
        return m_store.open(id, offset, length);
    }
    QCoro::Task<Result<QByteArray>> load(QString id, qint64 maxBytes) override
    {
        return m_store.load(id, maxBytes);
    }
    QCoro::Task<Result<void>> remove(QString id) override
    {
        if (beforeRemoving)
            co_await beforeRemoving();
        if (refusesToRemove)
            co_return storeAway();
        co_return co_await m_store.remove(id);
    }

    int puts = 1'000'000;
    bool refusesToRemove = false;
    std::function<QCoro::Task<>()> beforeRemoving;

private:
    BlobStore &m_store;
};

} // namespace

// Files in and out, through the service, with contents in a folder, on both databases.
class TestFileService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { everyBackend(); }

    void init()
    {
        QFETCH_GLOBAL(bool, postgres);
        m_folder = std::make_unique<QTemporaryDir>();
        m_fixture = std::make_unique<ServiceFixture>(postgres);
        m_fileStore = std::make_unique<FileStore>(m_fixture->db);
        m_local = std::make_unique<LocalBlobStore>(m_tasks, m_folder->filePath(u"blobs"_s));
        m_blobs = std::make_unique<FailingStore>(*m_local);
        useLimits({.fileBytes = 1'000'000, .userBytes = 0});
    }

    void cleanup()
    {
        m_files.reset();
        m_fixture.reset();
    }

    void aFileComesBackAsItWas()
    {
        const QByteArray contents = QByteArray("some bytes ").repeated(30'000);
        const File file = upload("ana", contents, u"dir/no\u202Etes.txt"_s);
        QCOMPARE(file.name, u"notes.txt"_s);
        QCOMPARE(file.mimeType, u"text/plain"_s);
        QCOMPARE(file.size, contents.size());
        QCOMPARE(file.sha256.toLatin1(),
                 QCryptographicHash::hash(contents, QCryptographicHash::Sha256).toHex());
        QVERIFY(!file.thumbnail && !file.width);
        QCOMPARE(waitFor(m_files->get(caller("ana"), file.id)).value(), file);
        QCOMPARE(contentsOf(file, 0, file.size), contents);
        QCOMPARE(contentsOf(file, 5, 100), contents.mid(5, 100));
        QCOMPARE(filesIn(u"incoming"_s), 0);
    }

    void anEmptyFileIsAFile()
    {
        const File file = upload("ana", {}, {});
        QCOMPARE(file.size, 0);
        QCOMPARE(file.name, u"file"_s);
        QCOMPARE(contentsOf(file, 0, 0), QByteArray());
    }

    void anImageHasItsSizeAndAThumbnail()
    {
        const File file = upload("ana", picture(600, 300), u"p.png"_s);
        QCOMPARE(file.width, 600);
        QCOMPARE(file.height, 300);
        QVERIFY(file.thumbnail);
        const QByteArray small = waitFor(m_files->thumbnail(caller("ana"), file.id)).value();
        QCOMPARE(QImage::fromData(small).size(), QSize(320, 160));
        QCOMPARE(waitFor(m_files->thumbnail(caller("eve"), file.id)).error().code, ErrorCode::NotFound);
        const File text = upload("ana", "text", u"t.png"_s);
        QCOMPARE(waitFor(m_files->thumbnail(caller("ana"), text.id)).error().code, ErrorCode::NotFound);
    }

    void attack50_nothingIsLeftOfAnUploadThatBreaksOff()
    {
        for (int pieces : {0, 1, 5}) {
            const auto failed = waitFor(m_files->upload(caller("ana"), u"x"_s, brokenStream(pieces)));
            QCOMPARE(failed.error().code, ErrorCode::Unavailable);
        }
        QTRY_COMPARE(filesIn(u"incoming"_s), 0);
        QCOMPARE(filesIn(u"blobs"_s), 0);
        QCOMPARE(rows(u"files"_s), 0);
        QCOMPARE(rows(u"blob_removals"_s), 0);
    }

    void attack50_aFileThatIsTooLargeIsNotKept()
    {
        const auto exact =
            waitFor(m_files->upload(caller("ana"), u"x"_s, streamOf(QByteArray(1'000'000, 'x'))));
        QVERIFY(exact);
        const auto over =
            waitFor(m_files->upload(caller("ana"), u"x"_s, streamOf(QByteArray(1'000'001, 'x'))));
        QCOMPARE(over.error().code, ErrorCode::TooLarge);
        QTRY_COMPARE(filesIn(u"incoming"_s), 0);
        QCOMPARE(rows(u"files"_s), 1);
    }

    void attack50_theQuotaEndsUploads()
    {
        useLimits({.fileBytes = 1'000'000, .userBytes = 250'000});
        upload("ana", QByteArray(100'000, 'x'), u"1"_s);
        const File second = upload("ana", QByteArray(100'000, 'x'), u"2"_s);
        const auto third = waitFor(m_files->upload(caller("ana"), u"3"_s, streamOf(QByteArray(60'000, 'x'))));
        QCOMPARE(third.error().code, ErrorCode::TooLarge);
        upload("li", QByteArray(100'000, 'x'), u"1"_s);
        QCOMPARE(filesIn(u"blobs"_s), 3);
        QVERIFY(waitFor(m_files->remove(caller("ana"), second.id)));
        upload("ana", QByteArray(100'000, 'x'), u"3"_s);
    }

    void uploadsAtATimeAreLimited()
    {
        useLimits({.fileBytes = 1'000'000, .userBytes = 0, .uploadsAtOnce = 2});
        int held = 0, stored = 0;
        bool open = false;
        const ByteStream waiting = [&]() -> QCoro::Task<Result<QByteArray>> {
            bool &opened = open;
            ++held;
            while (!opened)
                co_await QCoro::sleepFor(std::chrono::milliseconds(5));
            co_return QByteArray();
        };
        for (int i = 0; i < 2; ++i)
            m_files->upload(caller("ana"), u"x"_s, waiting).then([&](const Result<File> &f) {
                stored += f.has_value();
            });
        QTRY_COMPARE(held, 2);
        QCOMPARE(waitFor(m_files->upload(caller("ana"), u"x"_s, streamOf("x"))).error().code,
                 ErrorCode::RateLimited);
        upload("li", "x", u"x"_s);
        open = true;
        QTRY_COMPARE(stored, 2);
        upload("ana", "x", u"x"_s);
    }

    void attack52_aStoreThatFailsLeavesNoRow()
    {
        m_blobs->puts = 1; // the file, and not its thumbnail
        const auto failed = waitFor(m_files->upload(caller("ana"), u"p.png"_s, streamOf(picture())));
        QCOMPARE(failed.error().code, ErrorCode::Unavailable);
        QCOMPARE(rows(u"files"_s), 0);
        m_blobs->puts = 100;
        // What was written is announced, and goes when its time has come.
        QCOMPARE(filesIn(u"blobs"_s), 1);
        makeDue();
        waitForVoid(m_files->removeErased());
        QCOMPARE(filesIn(u"blobs"_s), 0);
        QCOMPARE(rows(u"blob_removals"_s), 0);
    }

    void removalsAreTriedAgain()
    {
        const File file = upload("ana", picture(), u"p.png"_s);
        QCOMPARE(filesIn(u"blobs"_s), 2);
        m_blobs->refusesToRemove = true;
        QVERIFY(waitFor(m_files->remove(caller("ana"), file.id)));
        waitForVoid(m_files->removeErased());
        QCOMPARE(filesIn(u"blobs"_s), 2);
        QCOMPARE(rows(u"blob_removals"_s), 1);
        QTRY_COMPARE(rows(u"blob_removals WHERE at > %1"_s.arg(toMs(now()))), 1);
        m_blobs->refusesToRemove = false;
        waitForVoid(m_files->removeErased()); // not at once: a store in trouble is left alone for a while
        QCOMPARE(filesIn(u"blobs"_s), 2);
        makeDue();
        m_files->start(std::chrono::milliseconds(10)); // as after a restart
        QTRY_COMPARE(filesIn(u"blobs"_s), 0);
        QTRY_COMPARE(rows(u"blob_removals"_s), 0);
    }

    // No timer runs here that would find it later.
    void whatIsToGoWhileOthersAreRemovedGoesToo()
    {
        const File refused = upload("ana", picture(), u"p.png"_s);
        const File other = upload("ana", picture(), u"q.png"_s);
        bool first = true;
        m_blobs->beforeRemoving = [&]() -> QCoro::Task<> {
            m_blobs->refusesToRemove = std::exchange(first, false);
            if (m_blobs->refusesToRemove)
                co_await m_files->remove(caller("ana"), other.id);
        };
        QVERIFY(waitFor(m_files->remove(caller("ana"), refused.id)));
        QTRY_COMPARE(filesIn(u"blobs"_s), 1); // what was refused, without its thumbnail
        QTRY_COMPARE(rows(u"blob_removals"_s), 1);
    }

    void lostContentsAreTheServersFault()
    {
        const File file = upload("ana", picture(), u"p.png"_s);
        QVERIFY(waitFor(m_local->remove(file.id)));
        QVERIFY(waitFor(m_local->remove(file.id + "-thumbnail"_L1)));
        const QRegularExpression log(u"contents_missing file="_s + file.id);
        QTest::ignoreMessage(QtCriticalMsg, log);
        QCOMPARE(waitFor(m_files->read(file, 0, 1)).error().code, ErrorCode::Unavailable);
        QTest::ignoreMessage(QtCriticalMsg, log);
        QCOMPARE(waitFor(m_files->thumbnail(caller("ana"), file.id)).error().code, ErrorCode::Unavailable);
        // Who is slower than whoever deletes the file finds nothing.
        QVERIFY(waitFor(m_files->remove(caller("ana"), file.id)));
        QCOMPARE(waitFor(m_files->read(file, 0, 1)).error().code, ErrorCode::NotFound);
    }

    void aServiceMayEndWhileItRemoves()
    {
        for (int i = 0; i < 5; ++i) {
            const File file = upload("ana", picture(), u"p.png"_s);
            QVERIFY(waitFor(m_files->remove(caller("ana"), file.id))); // and goes on with the contents
            QCoreApplication::processEvents(QEventLoop::AllEvents, 2 * i); // here and there in its work
            useLimits({.fileBytes = 1'000'000, .userBytes = 0}); // another service
            waitForVoid(m_files->removeErased());
            QTRY_COMPARE(filesIn(u"blobs"_s), 0);
            QCOMPARE(rows(u"blob_removals"_s), 0);
        }
    }

    void aDeletedMessageTakesItsFilesAlong()
    {
        m_files->start(std::chrono::milliseconds(10));
        const ConversationId direct = m_fixture->conversation({u"ana"_s, u"li"_s});
        const File file = upload("ana", picture(), u"p.png"_s);
        MessageDraft draft;
        draft.attachmentIds = {file.id};
        draft.type = MessageType::Image;
        const Message message =
            waitFor(m_fixture->messages.send(caller("ana"), direct, draft)).value().message;
        QCOMPARE(message.attachments, QList<File>{file});
        QVERIFY(waitFor(m_files->get(caller("li"), file.id)));
        QCOMPARE(waitFor(m_files->get(caller("eve"), file.id)).error().code, ErrorCode::NotFound);
        QCOMPARE(waitFor(m_files->remove(caller("ana"), file.id)).error().code, ErrorCode::Conflict);
        QVERIFY(waitFor(m_fixture->messages.remove(caller("ana"), message.id)));
        QCOMPARE(waitFor(m_files->get(caller("ana"), file.id)).error().code, ErrorCode::NotFound);
        QTRY_COMPARE(filesIn(u"blobs"_s), 0);
    }

    void filesThatNobodySentAreRemoved()
    {
        const File file = upload("ana", picture(), u"p.png"_s);
        waitForVoid(m_files->removeOrphans(std::chrono::hours(1)));
        QVERIFY(waitFor(m_files->get(caller("ana"), file.id)));
        waitForVoid(m_files->removeOrphans(std::chrono::milliseconds(-1)));
        QCOMPARE(waitFor(m_files->get(caller("ana"), file.id)).error().code, ErrorCode::NotFound);
        waitForVoid(m_files->removeErased());
        QCOMPARE(filesIn(u"blobs"_s), 0);
    }

    void attack48_anAvatarIsMadeAnewForEverybody()
    {
        const File avatar =
            waitFor(m_files->setAvatar(caller("ana"), streamOf(picture(2'000, 1'000)))).value();
        QCOMPARE(avatar.width, 512);
        QCOMPARE(avatar.height, 256);
        const QByteArray contents = contentsOf(avatar, 0, avatar.size);
        QVERIFY(!contents.contains("secret"));
        QCOMPARE(QImage::fromData(contents).size(), QSize(512, 256));
        QVERIFY(waitFor(m_files->get(caller("eve"), avatar.id)));
        QVERIFY(waitFor(m_files->thumbnail(caller("eve"), avatar.id)));
        const QString url = u"/api/v1/files/"_s + avatar.id;
        QCOMPARE(waitFor(m_fixture->users.byId(u"ana"_s))->account.user.avatarUrl, url);

        waitFor(m_files->setAvatar(caller("ana"), streamOf(picture()))).value();
        QTRY_COMPARE(filesIn(u"blobs"_s), 2); // the new one and its thumbnail
        QVERIFY(waitFor(m_files->removeAvatar(caller("ana"))));
        QTRY_COMPARE(filesIn(u"blobs"_s), 0);
        QVERIFY(!waitFor(m_fixture->users.byId(u"ana"_s))->account.user.avatarUrl);
    }

    void aGroupsAvatarIsSeenByItsMembersAndTold()
    {
        const ConversationId group = m_fixture->conversation({u"ana"_s, u"li"_s, u"jo"_s});
        waitFor(m_files->setConversationAvatar(caller("ana"), group, streamOf(picture()))).value();
        const auto told = m_fixture->publisher.all<ConversationUpdated>();
        QCOMPARE(told.size(), size_t(1));
        const auto &[entry, frame] = told.front();
        QVERIFY(entry.users.contains(u"li"_s));
        const QString url = frame.data.avatarUrl.value_or(QString());
        QVERIFY(url.startsWith("/api/v1/files/"_L1));
        const QString id = url.section(u'/', -1);
        QVERIFY(waitFor(m_files->get(caller("jo"), id)));
        QCOMPARE(waitFor(m_files->get(caller("eve"), id)).error().code, ErrorCode::NotFound);
        QCOMPARE(waitFor(m_files->remove(caller("ana"), id)).error().code, ErrorCode::Conflict);

        const std::pair<const char *, ErrorCode> others[] = {{"li", ErrorCode::Forbidden},
                                                             {"eve", ErrorCode::NotFound}};
        for (const auto &[name, code] : others) {
            QCOMPARE(
                waitFor(m_files->setConversationAvatar(caller(name), group, brokenStream(0))).error().code,
                code);
            QCOMPARE(waitFor(m_files->removeConversationAvatar(caller(name), group)).error().code, code);
        }
        const Conversation changed =
            waitFor(m_files->setConversationAvatar(caller("ana"), group, streamOf(picture()))).value();
        QVERIFY(changed.avatarUrl && *changed.avatarUrl != url);
        QTRY_COMPARE(filesIn(u"blobs"_s), 2);
        QVERIFY(waitFor(m_files->removeConversationAvatar(caller("ana"), group)));
        QTRY_COMPARE(filesIn(u"blobs"_s), 0);
        waitFor(m_files->setConversationAvatar(caller("ana"), group, streamOf(picture()))).value();
        QVERIFY(waitFor(m_fixture->conversations.remove(caller("ana"), group)));
        waitForVoid(m_files->removeErased()); // or by the one that the avatar's removal began, which goes on
        QTRY_COMPARE(filesIn(u"blobs"_s), 0);
    }

    void anAvatarHasToBeAnImage()
    {
        for (const QByteArray &contents :
             {QByteArray(), QByteArray("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"), picture().left(200)}) {
            QCOMPARE(waitFor(m_files->setAvatar(caller("ana"), streamOf(contents))).error().code,
                     ErrorCode::UnsupportedMediaType);
        }
        QCOMPARE(rows(u"files"_s), 0);
        QTRY_COMPARE(filesIn(u"incoming"_s), 0);
    }

private:
    void useLimits(const FileLimits &limits)
    {
        m_files = std::make_unique<FileService>(*m_fileStore, *m_blobs, m_tasks, m_fixture->conversations,
                                                m_folder->filePath(u"incoming"_s), limits);
    }
    Caller caller(const char *name) { return m_fixture->caller(QString::fromLatin1(name)); }
    File upload(const char *name, const QByteArray &contents, const QString &fileName)
    {
        const auto file = waitFor(m_files->upload(caller(name), fileName, streamOf(contents)));
        if (!file)
            qFatal("cannot upload: %s", qPrintable(file.error().detail));
        return *file;
    }
    QByteArray contentsOf(const File &file, qint64 offset, qint64 length)
    {
        const ByteStream stream = waitFor(m_files->read(file, offset, length)).value();
        QByteArray all;
        while (true) {
            const QByteArray piece = waitFor(stream()).value();
            if (piece.isEmpty())
                return all;
            all += piece;
        }
    }
    int filesIn(const QString &folder)
    {
        QDirIterator files(m_folder->filePath(folder), QDir::Files, QDirIterator::Subdirectories);
        int count = 0;
        for (; files.hasNext(); files.next())
            ++count;
        return count;
    }
    int rows(const QString &table)
    {
        return m_fixture->database.execute(u"SELECT count(*) FROM "_s + table).toInt();
    }
    void makeDue() { m_fixture->database.execute(u"UPDATE blob_removals SET at = 1"_s); }
    static void waitForVoid(QCoro::Task<> task) { QCoro::waitFor(std::move(task)); }

    TaskPool m_tasks{2};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ServiceFixture> m_fixture;
    std::unique_ptr<FileStore> m_fileStore;
    std::unique_ptr<LocalBlobStore> m_local;
    std::unique_ptr<FailingStore> m_blobs;
    std::unique_ptr<FileService> m_files;
};

QTEST_GUILESS_MAIN(TestFileService)
#include "tst_fileservice.moc"
