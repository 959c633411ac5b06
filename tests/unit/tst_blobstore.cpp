// SPDX-License-Identifier: Apache-2.0
#include "blobs/localblobstore.h"
#include "blobs/s3blobstore.h"
#include "support/await.h"
#include "util/uuid.h"

#include <QCryptographicHash>
#include <QDir>
#include <QMessageAuthenticationCode>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

namespace {

// The server that ctest started, or the one that HEARTH_TEST_S3 names.
S3Config realServer()
{
    S3Config config;
    config.endpoint = qEnvironmentVariable("HEARTH_TEST_S3");
    if (config.endpoint.isEmpty()) {
        QFile file(QStringLiteral(HEARTH_TEST_S3_FILE));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("No S3 server: run the test through ctest, or set HEARTH_TEST_S3.");
        config.endpoint = QString::fromUtf8(file.readAll().trimmed());
    }
    config.bucket = u"hearth"_s;
    config.prefix = u"files/"_s;
    config.accessKey = u"S3RVER"_s;
    config.secretKey = "S3RVER";
    return config;
}

QByteArray hmac(const QByteArray &key, const QByteArray &text)
{
    return QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha256);
}

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

// A request as it came, head and body.
struct Received {
    QByteArray method;
    QByteArray path;
    QHash<QByteArray, QByteArray> headers;
    QByteArray body;

    // AWS, "Signature Calculations for the Authorization Header": computed again from what arrived.
    [[nodiscard]] bool isSignedWith(const QByteArray &secret) const
    {
        const QByteArray authorization = headers.value("authorization");
        const auto parameter = [&authorization](const QByteArray &name) {
            const QByteArray rest = authorization.mid(authorization.indexOf(name + '=') + name.size() + 1);
            return rest.split(',').first().trimmed();
        };
        const QByteArrayList scope = parameter("Credential").split('/'); // key, day, region, service
        const QByteArray names = parameter("SignedHeaders");
        QByteArray canonical = method + '\n' + path + "\n\n";
        for (const QByteArray &name : names.split(';'))
            canonical += name + ':' + headers.value(name) + '\n';
        canonical += '\n' + names + '\n' + headers.value("x-amz-content-sha256");
        const QByteArray toSign = "AWS4-HMAC-SHA256\n" + headers.value("x-amz-date") + '\n'
            + scope.mid(1).join('/') + '\n' + sha256(canonical);
        QByteArray key = "AWS4" + secret;
        for (const QByteArray &part : scope.mid(1))
            key = hmac(key, part);
        const auto isThere = [this](const QByteArray &name) { return headers.contains(name); };
        return scope.size() == 5 && scope[3] == "s3" && std::ranges::all_of(names.split(';'), isThere)
            && names.split(';').contains("host") && names.split(';').contains("x-amz-content-sha256")
            && parameter("Signature") == hmac(key, toSign).toHex();
    }
};

// An S3 server that answers as it is told: one of `answers` for each request, then the last again. An empty
// one is no answer at all.
class FakeS3 : public QObject
{
public:
    explicit FakeS3(QByteArrayList answers)
        : m_answers(std::move(answers))
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = m_server.nextPendingConnection())
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        });
        m_server.listen(QHostAddress::LocalHost);
    }

    [[nodiscard]] S3Config config() const
    {
        S3Config config;
        config.endpoint = u"http://127.0.0.1:%1"_s.arg(m_server.serverPort());
        config.region = u"eu-central-1"_s;
        config.bucket = u"bucket"_s;
        config.accessKey = u"key"_s;
        config.secretKey = "secret";
        return config;
    }

    QList<Received> received;

private:
    void read(QTcpSocket *socket)
    {
        QByteArray &bytes = m_buffers[socket];
        bytes += socket->readAll();
        const qsizetype end = bytes.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        Received request;
        QByteArrayList lines = bytes.first(end).split('\n');
        const QByteArrayList words = lines.takeFirst().split(' ');
        request.method = words.value(0);
        request.path = words.value(1);
        for (const QByteArray &line : lines) {
            const qsizetype colon = line.indexOf(':');
            request.headers.insert(line.first(colon).toLower(), line.sliced(colon + 1).trimmed());
        }
        const qsizetype length = request.headers.value("content-length").toLongLong();
        if (bytes.size() < end + 4 + length)
            return;
        request.body = bytes.mid(end + 4, length);
        bytes.remove(0, end + 4 + length);
        received += request;
        const QByteArray answer = m_answers.size() > 1 ? m_answers.takeFirst() : m_answers.first();
        if (!answer.isEmpty())
            socket->write(answer);
        if (answer.contains("Connection: close"))
            socket->disconnectFromHost();
    }

    QTcpServer m_server;
    QHash<QTcpSocket *, QByteArray> m_buffers;
    QByteArrayList m_answers;
};

QByteArray answer(const QByteArray &status, const QByteArray &body = {})
{
    return "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n"
        + body;
}

} // namespace

class TestBlobStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contentsComeBackAsTheyWere_data() { everyStore(); }
    void contentsComeBackAsTheyWere();
    void partsCanBeRead_data() { everyStore(); }
    void partsCanBeRead();
    void whatIsNotThereIsNotFound_data() { everyStore(); }
    void whatIsNotThereIsNotFound();
    void removingIsHarmlessToRepeat_data() { everyStore(); }
    void removingIsHarmlessToRepeat();
    void manyTransfersAtOnceDoNotDisturbEachOther_data() { everyStore(); }
    void manyTransfersAtOnceDoNotDisturbEachOther();

    void localFilesAreSpreadAndBelongToTheirOwner();
    void attack52_aFolderThatCannotBeWrittenIsUnavailable();
    void stagedFilesAreRemovedUnlessTheyAreTaken();
    void leftoversOfACrashAreRemoved();

    void attack52_requestsAreSignedAndNothingIsPresigned();
    void attack52_aServerInTroubleIsAskedAgain();
    void attack52_aServerThatStaysInTroubleIsUnavailable();
    void attack52_aServerThatStallsIsGivenUp();
    void attack52_aPartIsNotTakenForTheWhole();
    void attack52_wrongKeysAreUnavailableAndNotRepeated();

private:
    static void everyStore()
    {
        QTest::addColumn<bool>("s3");
        QTest::newRow("local") << false;
        QTest::newRow("s3") << true;
    }
    std::unique_ptr<BlobStore> store()
    {
        QFETCH(bool, s3);
        if (s3)
            return std::make_unique<S3BlobStore>(realServer());
        return std::make_unique<LocalBlobStore>(m_tasks, m_folder.filePath(u"blobs"_s));
    }
    StagedContents stage(StagedFile &file, const QByteArray &contents)
    {
        const Result<void> written = await(file.write(contents));
        return written ? await(file.finish()).value() : StagedContents();
    }
    QString put(BlobStore &store, const QByteArray &contents)
    {
        const QString id = uuidV7();
        StagedFile file(m_tasks, m_folder.filePath(u"incoming"_s));
        const Result<void> done = await(store.put(id, stage(file, contents)));
        if (!done)
            qFatal("cannot put: %s", qPrintable(done.error().detail));
        return id;
    }
    static Result<QByteArray> readAll(const ByteStream &stream)
    {
        QByteArray all;
        while (true) {
            const auto piece = await(stream());
            if (!piece)
                return fail(piece.error());
            if (piece->isEmpty())
                return all;
            all += *piece;
        }
    }
    static Result<QByteArray> read(BlobStore &store, const QString &id, qint64 offset, qint64 length)
    {
        const auto stream = await(store.open(id, offset, length));
        return stream ? readAll(*stream) : Result<QByteArray>(fail(stream.error()));
    }
    static QByteArray noise(qsizetype size)
    {
        QByteArray bytes(size, Qt::Uninitialized);
        quint32 state = 12'345;
        for (char &byte : bytes) {
            state = state * 1'664'525 + 1'013'904'223;
            byte = char(state >> 24);
        }
        return bytes;
    }

    QTemporaryDir m_folder;
    TaskPool m_tasks{4};
};

void TestBlobStore::contentsComeBackAsTheyWere()
{
    const auto blobs = store();
    for (const qsizetype size : {0, 1, 1'000, 131'072, 1'048'576, 1'048'577, 5'000'000}) {
        const QByteArray contents = noise(size);
        const QString id = put(*blobs, contents);
        QCOMPARE(read(*blobs, id, 0, size).value(), contents);
        QCOMPARE(await(blobs->load(id, size)).value(), contents);
        if (size > 0)
            QCOMPARE(await(blobs->load(id, size - 1)).error().code, ErrorCode::TooLarge);
    }
}

void TestBlobStore::partsCanBeRead()
{
    const auto blobs = store();
    const QByteArray contents = noise(3'000'000);
    const QString id = put(*blobs, contents);
    // Not the first byte alone: s3rver answers "bytes=0-0" with everything.
    const std::pair<qint64, qint64> parts[] = {{0, 2},          {2'999'999, 1},       {1, 2'999'999},
                                               {1'048'570, 20}, {500'000, 2'097'152}, {7, 0}};
    for (const auto &[offset, length] : parts)
        QCOMPARE(read(*blobs, id, offset, length).value(), contents.mid(offset, length));
    // Pieces are small, whatever is asked for.
    const auto stream = await(blobs->open(id, 0, contents.size())).value();
    QVERIFY(await(stream()).value().size() <= 128 * 1024);
}

void TestBlobStore::whatIsNotThereIsNotFound()
{
    const auto blobs = store();
    QCOMPARE(await(blobs->open(uuidV7(), 0, 1)).error().code, ErrorCode::NotFound);
    QCOMPARE(await(blobs->load(uuidV7(), 1)).error().code, ErrorCode::NotFound);
}

void TestBlobStore::removingIsHarmlessToRepeat()
{
    const auto blobs = store();
    const QString id = put(*blobs, "gone soon");
    QVERIFY(await(blobs->remove(id)));
    QCOMPARE(await(blobs->load(id, 100)).error().code, ErrorCode::NotFound);
    QVERIFY(await(blobs->remove(id)));
    QVERIFY(await(blobs->remove(uuidV7())));
}

void TestBlobStore::manyTransfersAtOnceDoNotDisturbEachOther()
{
    const auto blobs = store();
    QHash<QString, QByteArray> contents;
    for (int i = 0; i < 10; ++i) {
        const QByteArray some = noise(200'000 + i * 100'000);
        contents.insert(put(*blobs, some), some);
    }
    int same = 0;
    for (auto it = contents.cbegin(); it != contents.cend(); ++it) {
        blobs->load(it.key(), 2'000'000).then([&same, expected = *it](const Result<QByteArray> &got) {
            same += got && *got == expected;
        });
    }
    QTRY_COMPARE_WITH_TIMEOUT(same, 10, 20'000);
}

void TestBlobStore::localFilesAreSpreadAndBelongToTheirOwner()
{
    LocalBlobStore blobs(m_tasks, m_folder.filePath(u"spread"_s));
    const QString id = put(blobs, "private");
    const QFileInfo file(m_folder.filePath(u"spread/"_s) + id.mid(32, 2) + u'/' + id.mid(34, 2) + u'/' + id);
    QVERIFY(file.exists());
    QVERIFY(!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
}

void TestBlobStore::attack52_aFolderThatCannotBeWrittenIsUnavailable()
{
    QFile inTheWay(m_folder.filePath(u"blocked"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    LocalBlobStore blobs(m_tasks, inTheWay.fileName());
    StagedFile file(m_tasks, m_folder.filePath(u"incoming"_s));
    const Result<void> put = await(blobs.put(uuidV7(), stage(file, "x")));
    QCOMPARE(put.error().code, ErrorCode::Unavailable);
    QVERIFY(!put.error().detail.contains(m_folder.path()));

    StagedFile nowhere(m_tasks, inTheWay.fileName());
    QVERIFY(await(nowhere.write("x"))); // told with the next call
    QCOMPARE(await(nowhere.write("x")).error().code, ErrorCode::Unavailable);
    StagedFile nowhereEither(m_tasks, inTheWay.fileName());
    QCOMPARE(await(nowhereEither.finish()).error().code, ErrorCode::Unavailable);
}

void TestBlobStore::stagedFilesAreRemovedUnlessTheyAreTaken()
{
    const QDir folder(m_folder.filePath(u"staged"_s));
    {
        StagedFile file(m_tasks, folder.path());
        QVERIFY(await(file.write("a")));
        QVERIFY(await(file.write("bc")));
        const StagedContents contents = await(file.finish()).value();
        QCOMPARE(contents.size, 3);
        QCOMPARE(contents.sha256.toLatin1(), sha256("abc"));
        QCOMPARE(folder.entryList(QDir::Files).size(), 1);
        StagedFile unfinished(m_tasks, folder.path());
        QVERIFY(await(unfinished.write("x")));
        QTRY_COMPARE(folder.entryList(QDir::Files).size(), 2);
    }
    QTRY_COMPARE(folder.entryList(QDir::Files).size(), 0);
}

void TestBlobStore::leftoversOfACrashAreRemoved()
{
    const QDir folder(m_folder.filePath(u"leftovers"_s));
    QVERIFY(QDir().mkpath(folder.path()));
    for (const QString &name : {u"old.part"_s, u"new.part"_s, u"other"_s}) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("x");
        file.flush();
        if (name != u"new.part"_s)
            QVERIFY(file.setFileTime(QDateTime::currentDateTime().addDays(-2), QFile::FileModificationTime));
    }
    StagedFile::removeLeftovers(m_tasks, folder.path());
    QTRY_COMPARE(folder.entryList(QDir::Files, QDir::Name), (QStringList{u"new.part"_s, u"other"_s}));
}

void TestBlobStore::attack52_requestsAreSignedAndNothingIsPresigned()
{
    FakeS3 server({answer("200 OK"), answer("206 Partial Content", "hello"), answer("204 No Content")});
    S3BlobStore blobs(server.config());
    const QString id = put(blobs, "hello");
    QCOMPARE(read(blobs, id, 3, 5).value(), QByteArray("hello"));
    QVERIFY(await(blobs.remove(id)));
    QCOMPARE(server.received.size(), 3);
    for (const Received &request : std::as_const(server.received)) {
        QVERIFY(request.isSignedWith("secret"));
        QVERIFY(!request.isSignedWith("Secret"));
        QCOMPARE(QString::fromLatin1(request.path), u"/bucket/"_s + BlobStore::pathOf(id));
    }
    QCOMPARE(server.received[0].method, QByteArray("PUT"));
    QCOMPARE(server.received[0].body, QByteArray("hello"));
    QCOMPARE(server.received[0].headers.value("x-amz-content-sha256"), sha256("hello"));
    QCOMPARE(server.received[1].headers.value("range"), QByteArray("bytes=3-7"));
    QCOMPARE(server.received[2].method, QByteArray("DELETE"));
}

void TestBlobStore::attack52_aServerInTroubleIsAskedAgain()
{
    FakeS3 server(
        {answer("503 Slow Down"), answer("500 Internal Server Error", "<Error/>"), answer("200 OK")});
    S3BlobStore blobs(server.config());
    put(blobs, "in the end");
    QCOMPARE(server.received.size(), 3);
    QCOMPARE(server.received[2].body, QByteArray("in the end")); // from the beginning
}

void TestBlobStore::attack52_aServerThatStaysInTroubleIsUnavailable()
{
    FakeS3 server({answer("500 Internal Server Error", QByteArray(1'000'000, 'e'))});
    S3BlobStore blobs(server.config());
    StagedFile file(m_tasks, m_folder.filePath(u"incoming"_s));
    const StagedContents contents = stage(file, "x");
    QCOMPARE(await(blobs.put(uuidV7(), contents)).error().code, ErrorCode::Unavailable);
    QCOMPARE(await(blobs.load(uuidV7(), 10)).error().code, ErrorCode::Unavailable);
    QCOMPARE(await(blobs.remove(uuidV7())).error().code, ErrorCode::Unavailable);
    S3Config nobody = server.config();
    nobody.endpoint = u"http://127.0.0.1:1"_s;
    S3BlobStore away(nobody);
    QCOMPARE(await(away.load(uuidV7(), 10)).error().code, ErrorCode::Unavailable);
}

void TestBlobStore::attack52_aServerThatStallsIsGivenUp()
{
    const auto impatient = [](S3Config config) {
        config.stallSeconds = 1;
        return config;
    };
    FakeS3 silent({QByteArray()});
    S3BlobStore blobs(impatient(silent.config()));
    QCOMPARE(await(blobs.load(uuidV7(), 10)).error().code, ErrorCode::Unavailable);
    FakeS3 half({"HTTP/1.1 206 Partial Content\r\nContent-Length: 100\r\n\r\nhalf of"});
    S3BlobStore stalling(impatient(half.config()));
    QCOMPARE(await(stalling.open(uuidV7(), 0, 100)).error().code, ErrorCode::Unavailable);
}

void TestBlobStore::attack52_aPartIsNotTakenForTheWhole()
{
    FakeS3 cut({"HTTP/1.1 206 Partial Content\r\nContent-Length: 100\r\nConnection: close\r\n\r\nhalf of"});
    S3BlobStore cutting(cut.config());
    QCOMPARE(await(cutting.open(uuidV7(), 0, 100)).error().code, ErrorCode::Unavailable);
    for (const QByteArray &lie :
         {answer("206 Partial Content", "short"), answer("200 OK", QByteArray(10, 'x')),
          answer("206 Partial Content", QByteArray(11, 'x'))}) {
        FakeS3 server({lie});
        S3BlobStore blobs(server.config());
        QCOMPARE(await(blobs.open(uuidV7(), 5, 10)).error().code, ErrorCode::Unavailable);
    }
}

void TestBlobStore::attack52_wrongKeysAreUnavailableAndNotRepeated()
{
    FakeS3 server({answer("403 Forbidden", "<Error><Code>SignatureDoesNotMatch</Code></Error>")});
    S3BlobStore blobs(server.config());
    const Result<QByteArray> loaded = await(blobs.load(uuidV7(), 10));
    QCOMPARE(loaded.error().code, ErrorCode::Unavailable);
    QVERIFY(!loaded.error().detail.contains(u"Signature"_s));
    QCOMPARE(server.received.size(), 1);
}

QTEST_GUILESS_MAIN(TestBlobStore)
#include "tst_blobstore.moc"
