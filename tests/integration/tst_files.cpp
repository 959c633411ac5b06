// SPDX-License-Identifier: Apache-2.0
#include "support/sharedservers.h"
#include "util/uuid.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDirIterator>
#include <QImage>
#include <QJsonDocument>
#include <QTcpSocket>
#include <QTest>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

namespace {

QString textOf(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1StringView(key)).toString();
}

QByteArray png(int width = 40, int height = 30)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "PNG");
    return bytes;
}

// Resident memory of a process, in bytes.
qint64 residentBytes(qint64 process)
{
    QFile status(u"/proc/%1/status"_s.arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.simplified().split(' ').value(1).toLongLong() * 1024;
    }
    return -1;
}

} // namespace

// Files through the real server: who may see them, how they travel, and what is left of them.
class TestFiles : public QObject, private SharedServers
{
    Q_OBJECT

public:
    TestFiles()
        : SharedServers({u"--max-file-size"_s, u"300000"_s})
    { }

private Q_SLOTS:
    void initTestCase_data() { everyBackend(); }

    void init()
    {
        QFETCH_GLOBAL(bool, postgres);
        QVERIFY2(useServer(postgres), m_server->log());
    }

    void aFormAndAPlainBodyBringTheSameFile()
    {
        const QByteArray contents = png() + QByteArray("\r\n--boundary\r\n");
        const Answer plain = uploadPlain("ana", contents, "attachment; filename=\"pic.png\"");
        const Answer form = uploadForm("ana", contents, u"pic.png"_s);
        for (const Answer &answer : {plain, form}) {
            QCOMPARE(answer.status, 201);
            QCOMPARE(textOf(answer.json, "name"), u"pic.png"_s);
            QCOMPARE(textOf(answer.json, "mime_type"), u"image/png"_s);
            QCOMPARE(answer.json.value("size"_L1).toInteger(), contents.size());
            QCOMPARE(answer.json.value("width"_L1).toInt(), 40);
            QVERIFY(answer.json.value("thumbnail"_L1).toBool());
            QCOMPARE(textOf(answer.json, "uploaded_by"), id("ana"));
            QCOMPARE(textOf(answer.json, "sha256").toLatin1(),
                     QCryptographicHash::hash(contents, QCryptographicHash::Sha256).toHex());
            QCOMPARE(QString::fromLatin1(answer.header("Location")), pathOf(answer.json));
            QCOMPARE(rest("ana").get(pathOf(answer.json)).body, contents);
        }
        const Answer named = rest("ana").call("POST", u"/api/v1/files?name=%D7%A9%2B%20x.txt"_s, "words",
                                              {{"Content-Type", "text/html"}});
        QCOMPARE(textOf(named.json, "name"), u"ש+ x.txt"_s);
        QCOMPARE(textOf(named.json, "mime_type"), u"text/plain"_s);
    }

    void attack47_noBrowserRunsWhatAFileHolds()
    {
        const Answer file = uploadPlain("ana", "<!DOCTYPE html><script>alert(document.cookie)</script>",
                                        "attachment; filename=\"cat\\\".png\"");
        QCOMPARE(textOf(file.json, "mime_type"), u"text/html"_s);
        const Answer got = rest("ana").get(pathOf(file.json));
        QCOMPARE(got.header("X-Content-Type-Options"), QByteArray("nosniff"));
        QVERIFY(got.header("Content-Disposition").startsWith("attachment; filename=\"cat_.png\""));
        QCOMPARE(got.header("Content-Security-Policy"), QByteArray("sandbox; default-src 'none'"));
        QCOMPARE(got.header("Cache-Control"), QByteArray("private, no-store"));
    }

    void attack46_namesAreMadeSafe()
    {
        for (const QByteArray &name : {QByteArray("../../etc/passwd"), QByteArray("%2e%2e%2fpasswd"),
                                       QByteArray("..%5C..%5Cpasswd"), QByteArray("%00%0D%0Apasswd")}) {
            const Answer file =
                rest("ana").call("POST", u"/api/v1/files?name="_s + QString::fromLatin1(name), "x");
            QCOMPARE(file.status, 201);
            QCOMPARE(textOf(file.json, "name"), u"passwd"_s);
        }
    }

    void attack51_partsAndConditions()
    {
        QByteArray contents;
        for (int i = 0; i < 50'000; ++i)
            contents += QByteArray::number(i);
        const Answer file = uploadPlain("ana", contents);
        const QString path = pathOf(file.json);
        const QByteArray etag = rest("ana").get(path).header("ETag");
        QVERIFY(etag.size() == 66 && etag.startsWith('"'));
        const auto get = [&](const QList<QNetworkReply::RawHeaderPair> &headers) {
            return rest("ana").call("GET", path, {}, headers);
        };
        const Answer part = get({{"Range", "bytes=100-199"}});
        QCOMPARE(part.status, 206);
        QCOMPARE(part.body, contents.mid(100, 100));
        QCOMPARE(part.header("Content-Range"), "bytes 100-199/" + QByteArray::number(contents.size()));
        QCOMPARE(get({{"Range", "bytes=-5"}}).body, contents.last(5));
        const Answer beyond = get({{"Range", "bytes=99999999-"}});
        QCOMPARE(beyond.status, 416);
        QCOMPARE(beyond.header("Content-Range"), "bytes */" + QByteArray::number(contents.size()));
        const Answer many = get({{"Range", "bytes=" + QByteArray("0-,").repeated(1'000) + "0-"}});
        QCOMPARE(many.status, 200);
        QCOMPARE(many.body, contents);
        QCOMPARE(get({{"Range", "bytes=1-2"}, {"If-Range", etag}}).status, 206);
        QCOMPARE(get({{"Range", "bytes=1-2"}, {"If-Range", "\"other\""}}).status, 200);
        const Answer same = get({{"If-None-Match", etag}, {"Range", "bytes=1-2"}});
        QCOMPARE(same.status, 304);
        QVERIFY(same.body.isEmpty());
        QCOMPARE(same.header("ETag"), etag);
        QCOMPARE(get({{"If-Match", "\"other\""}}).code(), u"precondition_failed"_s);
        QCOMPARE(get({{"If-Match", etag}, {"Range", "bytes=1-2"}}).status, 206);
        QCOMPARE(rest("ana").call("HEAD", path, {}, {{"If-None-Match", etag}}).status, 304);
        QCOMPARE(rest("ana").call("HEAD", path, {}, {{"If-Match", "\"other\""}}).status, 412);
        const Answer head = rest("ana").call("HEAD", path, {}, {{"Range", "bytes=1-2"}});
        QCOMPARE(head.status, 200);
        QCOMPARE(head.header("Content-Length"), QByteArray::number(contents.size()));
        QCOMPARE(head.header("Accept-Ranges"), QByteArray("bytes"));
    }

    void attack32_onlyWhoMayKnowOfAFileSeesIt()
    {
        const QString group = makeGroup("ana", {"li", "jo"});
        const Answer file = uploadPlain("ana", png());
        const QString path = pathOf(file.json);
        const auto seenBy = [&](const char *who) {
            RestClient client = rest(who);
            const int status = client.get(path).status;
            // Whatever way is tried, the answer is the same.
            if (client.get(path + "/thumbnail"_L1).status != status
                || client.call("HEAD", path).status != status)
                return -1;
            const int part = client.call("GET", path, {}, {{"Range", "bytes=0-1"}}).status;
            if (part != (status == 200 ? 206 : 404))
                return -2;
            return status;
        };
        QCOMPARE(seenBy("ana"), 200);
        QCOMPARE(seenBy("li"), 404);
        const Answer sent = say("ana", group, {}, {file.json});
        QCOMPARE(sent.status, 201);
        QCOMPARE(sent.json.value("attachments"_L1).toArray(), QJsonArray{file.json});
        QCOMPARE(seenBy("li"), 200);
        QCOMPARE(seenBy("jo"), 200);
        QCOMPARE(seenBy("eve"), 404);
        QCOMPARE(RestClient(m_server->url(), {}).get(path).status, 401);
        QCOMPARE(rest("eve").call("DELETE", path).status, 404);
        QCOMPARE(rest("li").call("DELETE", path).status, 403);
        QCOMPARE(rest("ana").call("DELETE", path).status, 409);

        const QString message = textOf(sent.json, "id");
        QCOMPARE(rest("ana").call("DELETE", u"/api/v1/messages/"_s + message).status / 100, 2);
        for (const char *who : {"ana", "li", "jo", "eve"})
            QCOMPARE(seenBy(who), 404);
        const QString fileId = textOf(file.json, "id");
        QTRY_COMPARE(contentsOf(fileId), 0);
    }

    void anAttachmentReachesTheOthersWithTheMessage()
    {
        const QString group = makeGroup("ana", {"li"});
        FrameClient li(m_server->webSocketUrl(), token("li")); // NOLINT
        const Answer file = uploadPlain("ana", png());
        const Answer sent = say("ana", group, {}, {file.json});
        const QJsonObject frame = li.take(u"message.new"_s);
        QCOMPARE(frame.value("data"_L1).toObject().value("attachments"_L1).toArray(), QJsonArray{file.json});
        const Answer history = rest("li").get(messagesOf(group));
        QCOMPARE(history.json.value("messages"_L1).toArray().at(0).toObject(), sent.json);
        // Somebody else's file, twice the same, too many.
        const Answer bobs = uploadPlain("bob", "x");
        QCOMPARE(say("ana", group, u"x"_s, {bobs.json}).pointer(), u"/attachment_ids/0"_s);
        QCOMPARE(say("ana", group, u"x"_s, {file.json, file.json}).pointer(), u"/attachment_ids/1"_s);
        QCOMPARE(say("ana", group, {}, {}).status, 422);
    }

    void aFormThatIsNoneIsExplained()
    {
        const auto post = [&](const QByteArray &type, const QByteArray &body) {
            return rest("ana").call("POST", u"/api/v1/files"_s, body, {{"Content-Type", type}});
        };
        const QByteArray form = "multipart/form-data; boundary=b";
        QCOMPARE(post("multipart/form-data", "x").status, 422);
        QCOMPARE(post(form, "--b\r\nContent-Disposition: form-data; name=other\r\n\r\nx\r\n--b--").pointer(),
                 u"/file"_s);
        QCOMPARE(post(form, "--b\r\nContent-Disposition: form-data; name=file\r\n\r\nx\r\n").status, 422);
        const QByteArray file = "--b\r\nContent-Disposition: form-data; name=file; filename=x\r\n\r\nx\r\n";
        QCOMPARE(post(form, file + file + "--b--").pointer(), u"/file"_s);
        QCOMPARE(post(form, file + "--b--").status, 201);
    }

    void attack50_whatIsTooLargeIsRefusedAtOnce()
    {
        const Answer plain = uploadPlain("ana", QByteArray(300'001, 'x'));
        QCOMPARE(plain.status, 413);
        QCOMPARE(plain.code(), u"too_large"_s);
        QCOMPARE(uploadPlain("ana", QByteArray(300'000, 'x')).status, 201);
        QCOMPARE(uploadForm("ana", QByteArray(300'000, 'x'), u"x"_s).status, 201);
        QCOMPARE(uploadForm("ana", QByteArray(300'001, 'x'), u"x"_s).status, 413);

        // Before a byte of it was sent, and without asking for it.
        QTcpSocket socket;
        connectTo(socket);
        socket.write(uploadHead("ana") + "Content-Length: 99999999999\r\nExpect: 100-continue\r\n\r\n");
        QByteArray answer;
        QTRY_VERIFY((answer += socket.readAll()).contains("\r\n\r\n"));
        QVERIFY(answer.startsWith("HTTP/1.1 413 "));
    }

    void attack50_anAbortedUploadLeavesNothing()
    {
        const int before = contentsOf({});
        QTcpSocket socket;
        connectTo(socket);
        socket.write(uploadHead("ana") + "Content-Length: 250000\r\n\r\n" + QByteArray(200'000, 'x'));
        QTRY_COMPARE(incoming(), 1);
        socket.abort();
        QTRY_COMPARE(incoming(), 0);
        QCOMPARE(contentsOf({}), before);
    }

    void avatarsAreSeenByEverybody()
    {
        const Answer set = rest("ana").call("PUT", u"/api/v1/users/me/avatar"_s, png(900, 600),
                                            {{"Content-Type", "image/png"}});
        QCOMPARE(set.status, 200);
        const QString url = textOf(set.json, "avatar_url");
        QVERIFY(url.startsWith("/api/v1/files/"_L1));
        const Answer picture = rest("eve").get(url);
        QCOMPARE(picture.status, 200);
        QCOMPARE(QImage::fromData(picture.body).size(), QSize(512, 341));
        QCOMPARE(textOf(rest("eve").get(u"/api/v1/users/"_s + id("ana")).json, "avatar_url"), url);
        QCOMPARE(RestClient(m_server->url(), {}).get(url).status, 401);
        const Answer again =
            rest("ana").call("PUT", u"/api/v1/users/me/avatar"_s, png(9, 9), {{"Content-Type", "image/png"}});
        QCOMPARE(again.status, 200);
        QCOMPARE(rest("eve").get(url).status, 404);
        QCOMPARE(rest("ana").call("PUT", u"/api/v1/users/me/avatar"_s, "no image").status, 415);
        QCOMPARE(rest("ana").call("DELETE", u"/api/v1/users/me/avatar"_s).status, 204);
        QVERIFY(!rest("ana").get(u"/api/v1/users/me"_s).json.contains("avatar_url"_L1));
    }

    // Up and down again, while the server's memory is watched.
    void aGigabyteTakesNoMemory()
    {
        QFETCH_GLOBAL(bool, postgres);
        if (postgres)
            return; // contents never see the database
        ServerProcess server({}, {u"--max-file-size"_s, u"2 GiB"_s});
        QVERIFY2(server.start(), server.log());
        m_server = &server;
        uploadPlain("ana", QByteArray(1'000'000, 'x')); // whatever is made at first use
        const qint64 before = residentBytes(server.processId());
        qint64 largest = before;
        const qint64 size = qint64(1) << 30;
        const QByteArray piece(1 << 20, 'g');

        QTcpSocket socket;
        connectTo(socket);
        socket.write(uploadHead("ana") + "Content-Length: " + QByteArray::number(size) + "\r\n\r\n");
        for (qint64 sent = 0; sent < size; sent += piece.size()) {
            socket.write(piece);
            while (socket.bytesToWrite() > piece.size())
                QVERIFY(socket.waitForBytesWritten(30'000));
            if (sent % (1 << 25) == 0)
                largest = std::max(largest, residentBytes(server.processId()));
        }
        QByteArray answer;
        QTRY_VERIFY_WITH_TIMEOUT((answer += socket.readAll()).contains("\"sha256\""), 60'000);
        QVERIFY(answer.startsWith("HTTP/1.1 201 "));
        const QByteArray id = answer.mid(answer.indexOf("{\"id\":\"") + 7, 36);

        socket.write("GET /api/v1/files/" + id + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                     + token("ana").toLatin1() + "\r\n\r\n");
        qint64 received = 0;
        for (int i = 0; received < size; ++i) {
            QVERIFY(socket.bytesAvailable() > 0 || socket.waitForReadyRead(30'000));
            received += socket.readAll().size();
            if (i % 256 == 0)
                largest = std::max(largest, residentBytes(server.processId()));
        }
        qInfo("grown by %lld KiB", (largest - before) / 1024);
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        constexpr qint64 bound =
            512 << 20; // sanitizers keep what is freed for a while, and notes of their own
#else
        constexpr qint64 bound = 32 << 20;
#endif
        QVERIFY(largest - before < bound);
    }

private:
    void connectTo(QTcpSocket &socket) const
    {
        socket.connectToHost(QHostAddress::LocalHost, quint16(m_server->url().port()));
        if (!socket.waitForConnected(10'000))
            qFatal("cannot connect");
    }
    QByteArray uploadHead(const char *who) const
    {
        return "POST /api/v1/files?name=x HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
            + token(who).toLatin1() + "\r\n";
    }

    Answer uploadPlain(const char *who, const QByteArray &contents, const QByteArray &disposition = {}) const
    {
        QList<QNetworkReply::RawHeaderPair> headers{{"Content-Type", "application/octet-stream"}};
        if (!disposition.isEmpty())
            headers.append({"Content-Disposition", disposition});
        return rest(who).call("POST", u"/api/v1/files"_s, contents, headers);
    }

    Answer uploadForm(const char *who, const QByteArray &contents, const QString &name) const
    {
        const QByteArray body =
            "--a form's boundary\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhi\r\n"
            "--a form's boundary\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
            + name.toUtf8() + "\"\r\nContent-Type: text/plain\r\n\r\n" + contents
            + "\r\n--a form's boundary--\r\n";
        return rest(who).call("POST", u"/api/v1/files"_s, body,
                              {{"Content-Type", "multipart/form-data; boundary=\"a form's boundary\""}});
    }

    static QString pathOf(const QJsonObject &file)
    {
        return u"/api/v1/files/"_s + textOf(file, "id");
    }
    static QString messagesOf(const QString &conversation)
    {
        return u"/api/v1/conversations/%1/messages"_s.arg(conversation);
    }

    Answer say(const char *who, const QString &conversation, const QString &content,
               const QList<QJsonObject> &files) const
    {
        QJsonArray ids;
        for (const QJsonObject &file : files)
            ids += file.value("id"_L1);
        return rest(who).post(messagesOf(conversation),
                              {{u"content"_s, content}, {u"attachment_ids"_s, ids}});
    }

    QString makeGroup(const char *owner, const QList<const char *> &others) const
    {
        QJsonArray members;
        for (const char *other : others)
            members += id(other);
        const QJsonObject body{{u"type"_s, u"group"_s}, {u"name"_s, u"All"_s}, {u"member_ids"_s, members}};
        return textOf(rest(owner).post(u"/api/v1/conversations"_s, body).json, "id");
    }

    // Stored contents whose id begins so.
    int contentsOf(const QString &fileId) const
    {
        QDirIterator files(m_server->dataDir() + "/files"_L1, {fileId + u'*'}, QDir::Files,
                           QDirIterator::Subdirectories);
        int count = 0;
        while (files.hasNext())
            count += !files.next().contains("/incoming/"_L1);
        return count;
    }
    int incoming() const
    {
        return int(QDir(m_server->dataDir() + "/files/incoming"_L1).entryList(QDir::Files).size());
    }
};

QTEST_GUILESS_MAIN(TestFiles)
#include "tst_files.moc"
