// SPDX-License-Identifier: Apache-2.0
#include "core/transfers.h"

#include "core/filecache.h"
#include "core/filenames.h"
#include "support/sessionfixture.h"

#include <QDir>
#include <QSignalSpy>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

OutgoingFile fileAt(const QString &path, const QByteArray &contents)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(contents) != contents.size())
        qFatal("cannot write %s", qPrintable(path));
    return {path, QFileInfo(path).fileName(), u"text/plain"_s, contents.size()};
}

} // namespace

class TestTransfers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<FakeServer>();
        m_room = m_server->addRoom();
        m_client = std::make_unique<Client>(*m_server);
        QVERIFY(m_client->isOnline());
        m_here = std::make_unique<QTemporaryDir>();
    }

    void cleanup()
    {
        m_client.reset();
        m_server.reset();
    }

    void aMessageTakesItsFilesAlong()
    {
        send(u"two files"_s, {file(u"a.txt"_s, "first"), file(u"ü \"b\".txt"_s, "second")});
        QTRY_COMPARE(messages().size(), 1);
        const QList<File> files = messages().first().attachments;
        QCOMPARE(files.size(), 2);
        QCOMPARE(files[0].name, u"a.txt"_s);
        QCOMPARE(m_server->files.contents[files[0].id], QByteArray("first"));
        QCOMPARE(m_server->files.contents[files[1].id], QByteArray("second"));
        QTRY_VERIFY(session().outgoing(m_room).isEmpty());
    }

    void whatWasSentNeedNotBeFetched()
    {
        QSignalSpy became(&transfers(), &Transfers::becameFile);
        send({}, {file(u"a.txt"_s, "first")});
        QTRY_COMPARE(became.count(), 1);
        QCOMPARE(contentsOf(await(transfers().fetch(sentFile())).value_or(QString())), QByteArray("first"));
        QCOMPARE(m_server->files.downloads, 0);
    }

    void theOrderOfTheConversationHolds()
    {
        m_server->files.stalls = true;
        send(u"with a file"_s, {file(u"a.txt"_s, "a")});
        session().send(m_room, draftOf(u"after it"_s));
        QTRY_COMPARE(m_server->files.held(), 1);
        QVERIFY(messages().isEmpty());
        m_server->files.goOn();
        QTRY_COMPARE(contents(messages()), (QStringList{u"with a file"_s, u"after it"_s}));
    }

    void progressIsTold()
    {
        m_server->files.stalls = true;
        const QByteArray large(300'000, 'x');
        send({}, {file(u"a.bin"_s, large)});
        const QString id = session().outgoing(m_room).first().attachments.first().id;
        QTRY_COMPARE(transfers().of(id).state, Transfer::State::Running);
        QTRY_VERIFY(transfers().of(id).done >= large.size());
        m_server->files.goOn();
        QTRY_COMPARE(transfers().of(id).state, Transfer::State::None);

        const File onServer = stored(u"b.bin"_s, large);
        m_server->files.stalls = true;
        auto fetched = transfers().fetch(onServer);
        QTRY_VERIFY(transfers().of(onServer.id).percent() >= 50);
        QVERIFY(transfers().of(onServer.id).percent() < 100);
        m_server->files.goOn();
        QCOMPARE(contentsOf(await(std::move(fetched)).value_or(QString())), large);
        QCOMPARE(transfers().of(onServer.id), Transfer());
    }

    void atMostTwoAreUnderWay()
    {
        m_server->files.stalls = true;
        QList<OutgoingFile> files;
        for (int i = 0; i < 6; ++i)
            files += file(u"%1.txt"_s.arg(i), "x");
        send({}, files);
        QTRY_COMPARE(m_server->files.held(), 2);
        m_server->files.goOn();
        QTRY_COMPARE(messages().size(), 1);
        QCOMPARE(messages().first().attachments.size(), 6);
        QCOMPARE(messages().first().attachments.last().name, u"5.txt"_s);
        QCOMPARE(m_server->files.mostAtOnce, 2);
    }

    void aMessageThatIsDroppedTakesItsUploadAlong()
    {
        m_server->files.stalls = true;
        const QString id = send({}, {file(u"a.txt"_s, "a")});
        QTRY_COMPARE(m_server->files.held(), 1);
        QTRY_COMPARE(copies().size(), 1);
        session().drop(id);
        QTRY_COMPARE(m_server->files.held(), 0);
        QVERIFY(session().outgoing(m_room).isEmpty());
        QTRY_VERIFY(copies().isEmpty());
        session().send(m_room, draftOf(u"next"_s));
        QTRY_COMPARE(contents(messages()), QStringList{u"next"_s});
    }

    void aRefusedFileFailsTheMessageWithTheReasonAndTheNextOnesGo()
    {
        m_server->files.refusal = Error{ErrorCode::TooLarge, u"A file has at most 1 MB."_s};
        const QString id = send(u"big"_s, {file(u"a.txt"_s, "a")});
        session().send(m_room, draftOf(u"next"_s));
        QTRY_COMPARE(contents(messages()), QStringList{u"next"_s});
        const OutgoingMessage failed = session().outgoing(m_room).value(0);
        QCOMPARE(failed.state, OutgoingState::Failed);
        QCOMPARE(failed.error->detail, u"A file has at most 1 MB."_s);
        QCOMPARE(transfers().of(failed.attachments.first().id).state, Transfer::State::Failed);

        m_server->files.refusal.reset();
        session().retry(id);
        QTRY_COMPARE(contents(messages()), (QStringList{u"next"_s, u"big"_s}));
        QCOMPARE(messages().last().attachments.size(), 1);
    }

    void theLimitOfTheServerIsKnownBeforeAnythingIsSent()
    {
        QCOMPARE(transfers().fileLimit(), std::nullopt);
        m_server->fileLimit = 10;
        m_server->abortAll();
        QTRY_COMPARE(transfers().fileLimit(), std::optional<qint64>(10));
        send({}, {file(u"a.txt"_s, "more than ten bytes")});
        QTRY_COMPARE(session().outgoing(m_room).value(0).state, OutgoingState::Failed);
        QCOMPARE(m_server->files.uploads, 0);
    }

    void filesSurviveARestartAndTheLossOfTheOriginal()
    {
        m_server->stop();
        QVERIFY(m_client->reaches(ConnectionState::Offline));
        const OutgoingFile original = file(u"a.txt"_s, "precious");
        send(u"look"_s, {original});
        session().send(m_room, draftOf(u"after it"_s));
        QTRY_COMPARE(copies().size(), 1);
        QTRY_VERIFY(session().outgoing(m_room).first().attachments.first().copied);
        QFile::remove(original.path);
        m_client->start();
        QCOMPARE(session().outgoing(m_room).first().attachments.first().file.name, u"a.txt"_s);
        m_server->startAgain();
        QTRY_COMPARE(contents(messages()), (QStringList{u"look"_s, u"after it"_s}));
        QCOMPARE(m_server->files.contents[sentFile().id], QByteArray("precious"));
        QTRY_VERIFY(copies().isEmpty());
    }

    void whatIsUploadedIsNotUploadedAgainAfterARestart()
    {
        m_server->files.stalls = true;
        send({}, {file(u"a.txt"_s, "a"), file(u"b.txt"_s, "b"), file(u"c.txt"_s, "c")});
        QTRY_COMPARE(m_server->files.held(), 2);
        m_server->mute = true; // messages, not files
        m_server->files.goOn();
        QTRY_COMPARE(m_server->files.uploads, 3);
        QTRY_COMPARE(m_server->seen<SendMessage>().size(), 1); // and it is not answered
        m_client->stop();
        m_server->mute = false;
        m_client->start();
        QTRY_COMPARE(messages().size(), 1);
        QCOMPARE(m_server->files.uploads, 3);
    }

    void filesThatTheServerHasForgottenAreUploadedAgain()
    {
        m_server->mute = true;
        send({}, {file(u"a.txt"_s, "a")});
        QTRY_COMPARE(m_server->seen<SendMessage>().size(), 1);
        m_server->files.files.clear();
        m_server->mute = false;
        m_server->abortAll();
        QTRY_COMPARE(messages().size(), 1);
        QCOMPARE(m_server->files.uploads, 2);
    }

    void aFileThatIsGoneFailsInWords()
    {
        OutgoingFile gone = file(u"a.txt"_s, "a");
        QFile::remove(gone.path);
        send({}, {gone});
        QTRY_COMPARE(session().outgoing(m_room).value(0).state, OutgoingState::Failed);
        QVERIFY(session().outgoing(m_room).first().error->detail.contains(u"a.txt"_s));
    }

    void everybodyWhoAsksForAFileSharesOneDownload()
    {
        const File onServer = stored(u"a.txt"_s, "some words");
        m_server->files.stalls = true;
        auto first = transfers().fetch(onServer);
        auto second = transfers().fetch(onServer);
        QTRY_COMPARE(m_server->files.held(), 1);
        m_server->files.goOn();
        QVERIFY(await(std::move(first)));
        QVERIFY(await(std::move(second)));
        QVERIFY(await(transfers().fetch(onServer)));
        QCOMPARE(m_server->files.downloads, 1);
        m_server->stop();
        m_client->start();
        QVERIFY(await(transfers().fetch(onServer))); // offline, after a restart
    }

    void aDownloadCanBeCancelledAndTriedAgain()
    {
        const File onServer = stored(u"a.bin"_s, QByteArray(200'000, 'x'));
        m_server->files.stalls = true;
        auto fetched = transfers().fetch(onServer);
        QTRY_COMPARE(transfers().of(onServer.id).state, Transfer::State::Running);
        transfers().cancel(onServer.id);
        QVERIFY(!await(std::move(fetched)));
        QCOMPARE(transfers().of(onServer.id), Transfer());
        m_server->files.goOn();
        QVERIFY(await(transfers().fetch(onServer)));
    }

    void whatArrivesDamagedOrTooLargeIsNotKept()
    {
        const File onServer = stored(u"a.bin"_s, QByteArray(1'000, 'x'));
        m_server->files.sentInstead = QByteArray(1'000, 'y');
        QCOMPARE(await(transfers().fetch(onServer)).error().code, ErrorCode::Conflict);
        QCOMPARE(transfers().of(onServer.id).state, Transfer::State::Failed);
        m_server->files.sentInstead = QByteArray(400'000, 'y');
        QCOMPARE(await(transfers().fetch(onServer)).error().code, ErrorCode::TooLarge);
        m_server->files.sentInstead.clear();
        QVERIFY(await(transfers().fetch(onServer)));
    }

    void aFileThatTheServerDoesNotHaveIsAnError()
    {
        File unknown;
        unknown.id = u"unknown"_s;
        QCOMPARE(await(transfers().fetch(unknown)).error().code, ErrorCode::NotFound);
    }

    void hostileIdsAndNamesStayInTheirFolders()
    {
        File hostile = stored(u"a.txt"_s, "a");
        m_server->files.contents.insert(u"..%2F..%2Fevil"_s, "a");
        hostile.id = u"../../evil"_s;
        hostile.name = u"../../../evil.txt"_s;
        const QString path = await(transfers().copyToOpen(hostile)).value_or(QString());
        QVERIFY(path.startsWith(m_client->dir.path() + u"/opened/"_s));
        QCOMPARE(QFileInfo(path).fileName(), u"evil.txt"_s);
        QVERIFY(!path.contains(u".."_s));
        QVERIFY(!QFile::exists(m_client->dir.path() + u"/../evil"_s));
    }

    void savingReplacesWhatWasThere()
    {
        const File onServer = stored(u"a.txt"_s, "new");
        const QString path = m_here->filePath(u"saved.txt"_s);
        fileAt(path, "old");
        QVERIFY(await(transfers().saveAs(onServer, path)));
        QCOMPARE(contentsOf(path), QByteArray("new"));
        QVERIFY(!await(transfers().saveAs(onServer, u"/proc/nowhere/x"_s)));
    }

    void signingOutLeavesNoFiles()
    {
        QVERIFY(await(transfers().fetch(stored(u"a.txt"_s, "a"))));
        QVERIFY(QDir(m_client->dir.path()).exists(u"files"_s));
        (void)await(session().signOut());
        QVERIFY(!QDir(m_client->dir.path()).exists(u"files"_s));
    }

    void theCacheForgetsWhatWasNotUsedForLongest()
    {
        FileCache cache(m_here->filePath(u"cache"_s), 250);
        for (const QString &key : {u"a"_s, u"b"_s}) {
            const QString path = m_here->filePath(key);
            fileAt(path, QByteArray(100, 'x'));
            QVERIFY(cache.adopt(path, key));
            QFile kept(cache.place(key));
            QVERIFY(kept.open(QIODevice::ReadWrite));
            QVERIFY(kept.setFileTime(QDateTime::currentDateTimeUtc().addSecs(key == u"a"_s ? -3'600 : -60),
                                     QFileDevice::FileModificationTime));
        }
        QVERIFY(!cache.find(u"a"_s).isEmpty()); // used now
        fileAt(m_here->filePath(u"c"_s), QByteArray(100, 'x'));
        QVERIFY(cache.adopt(m_here->filePath(u"c"_s), u"c"_s));
        QTRY_VERIFY(!QFile::exists(cache.place(u"b"_s)));
        QVERIFY(QFile::exists(cache.place(u"a"_s)));
        QVERIFY(QFile::exists(cache.place(u"c"_s)));
    }

    void theCacheIsCountedAndCleared()
    {
        const QString folder = m_here->filePath(u"cache"_s);
        fileAt(m_here->filePath(u"a"_s), QByteArray(100, 'x'));
        fileAt(m_here->filePath(u"b"_s), QByteArray(50, 'x'));
        {
            FileCache cache(folder);
            QVERIFY(cache.adopt(m_here->filePath(u"a"_s), u"a"_s));
            QVERIFY(cache.adopt(m_here->filePath(u"b"_s), u"b"_s));
            QTRY_COMPARE(cache.bytes(), 150);
        }
        FileCache cache(folder);
        QTRY_COMPARE(cache.bytes(), 150); // from the run before, too
        fileAt(cache.place(u"c"_s) + u".half"_s, QByteArray(10, 'x')); // is being fetched
        await(cache.clear());
        QCOMPARE(QDir(folder).entryList(QDir::Files), QStringList{u"c.half"_s});
        QCOMPARE(cache.bytes(), 10);
    }

    void clearingLeavesWhatWaitsToBeSent()
    {
        const File file = stored(u"a.txt"_s, "contents of a");
        QVERIFY(await(transfers().fetch(file)));
        QTRY_VERIFY(session().storedBytes() > 0);
        const QDir account(m_client->dir.path());
        QDir().mkpath(account.filePath(u"outgoing"_s));
        fileAt(account.filePath(u"outgoing/waits"_s), "waits");
        QVERIFY(account.exists(u"files/"_s + file.id));
        QVERIFY(await(session().clearStored()));
        QVERIFY(!account.exists(u"files/"_s + file.id));
        QVERIFY(account.exists(u"outgoing/waits"_s));
        QVERIFY(await(transfers().fetch(file))); // comes again
    }

    void namesAreMadeSafe_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("safe");
        QTest::newRow("plain") << u"report.pdf"_s << u"report.pdf"_s;
        QTest::newRow("a path") << u"../../etc/passwd"_s << u"passwd"_s;
        QTest::newRow("of Windows") << u"C:\\boot\\x.ini"_s << u"x.ini"_s;
        QTest::newRow("hidden") << u".bashrc"_s << u"bashrc"_s;
        QTest::newRow("turned round") << u"photo\u202Egnp.exe"_s << u"photognp.exe"_s;
        QTest::newRow("a device") << u"nul.txt"_s << u"_nul.txt"_s;
        QTest::newRow("nothing") << u" .. "_s << u"file"_s;
        QTest::newRow("a tail") << u"setup.exe. . "_s << u"setup.exe"_s;
        QTest::newRow("an emoji") << u"🏳️\u200d🌈.png"_s << u"🏳️\u200d🌈.png"_s;
        QTest::newRow("long") << QString(400, u'x') + u".png"_s << QString(251, u'x') + u".png"_s;
    }

    void namesAreMadeSafe()
    {
        QFETCH(QString, name);
        QTEST(safeFileName(name), "safe");
    }

    void programsAreKnownByNameAndType()
    {
        QVERIFY(mayRun(u"setup.EXE"_s, u"application/octet-stream"_s));
        QVERIFY(mayRun(u"setup.exe. "_s, {}));
        QVERIFY(mayRun(u"photo.png"_s, u"application/x-shellscript"_s));
        QVERIFY(!mayRun(u"photo.png"_s, u"image/png"_s));
        QVERIFY(!mayRun(u"sh"_s, u"text/plain"_s));
    }

private:
    Session &session() { return *m_client->session; }
    Transfers &transfers() { return session().transfers(); }
    QList<Message> messages() { return m_server->rooms[m_room].messages; }
    File sentFile() { return messages().first().attachments.first(); }

    OutgoingFile file(const QString &name, const QByteArray &contents)
    {
        return fileAt(m_here->filePath(name), contents);
    }
    QString send(const QString &text, const QList<OutgoingFile> &files)
    {
        return session().send(m_room, draftOf(text), files);
    }
    File stored(const QString &name, const QByteArray &contents)
    {
        return m_server->files.files[m_server->files.add(name, u"text/plain"_s, contents)];
    }
    QStringList copies() const { return QDir(m_client->dir.filePath(u"outgoing"_s)).entryList(QDir::Files); }

    std::unique_ptr<FakeServer> m_server;
    std::unique_ptr<Client> m_client;
    std::unique_ptr<QTemporaryDir> m_here;
    ConversationId m_room;
};

QTEST_GUILESS_MAIN(TestTransfers)
#include "tst_transfers.moc"
