// SPDX-License-Identifier: Apache-2.0
#include "support/postgresdatabase.h"
#include "support/twopeople.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <sys/resource.h>

using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Said {
    int exitCode = -1;
    QByteArray out;
    QByteArray errors;
};

Said run(const QStringList &arguments)
{
    QProcess program;
    program.start(QStringLiteral(HEARTH_SERVER_BINARY), arguments);
    program.closeWriteChannel();
    program.waitForFinished();
    return {program.exitCode(), program.readAllStandardOutput(), program.readAllStandardError()};
}

// Each check's verdict by its name.
QHash<QString, QString> verdicts(const QByteArray &report)
{
    QHash<QString, QString> found;
    for (const QJsonValue &one : QJsonDocument::fromJson(report).object().value("checks"_L1).toArray()) {
        const QJsonObject check = one.toObject();
        found.insert(check.value("check"_L1).toString(), check.value("verdict"_L1).toString());
        if (check.value("verdict"_L1) != "ok"_L1 && check.value("advice"_L1).toString().isEmpty())
            found.insert(check.value("check"_L1).toString(), u"no advice"_s);
    }
    return found;
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

} // namespace

// What an operator does besides starting the server.
class TestOperating : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doctorFindsNothingWrongWithARunningServer_data() { backends(); }
    void doctorFindsNothingWrongWithARunningServer();
    void doctorChangesNothingBeforeTheFirstStart();
    void doctorNamesWhatIsWrong_data();
    void doctorNamesWhatIsWrong();
    void attack73_aDiskThatIsFullIsSurvivedWithoutLoss();
    void attack73_whenNoDescriptorIsLeftOthersWaitAndComeLater();
    void attack64_twoServersStartOnOneEmptyDatabase_data() { backends(); }
    void attack64_twoServersStartOnOneEmptyDatabase();
    void attack64_aMigrationThatIsKilledIsDoneByTheNextStart_data() { backends(); }
    void attack64_aMigrationThatIsKilledIsDoneByTheNextStart();

private:
    static void backends()
    {
        QTest::addColumn<bool>("postgres");
        QTest::newRow("sqlite") << false;
        QTest::newRow("postgresql") << true;
    }
};

void TestOperating::doctorFindsNothingWrongWithARunningServer()
{
    QFETCH(bool, postgres);
    const auto database = postgres ? std::make_unique<PostgresDatabase>() : nullptr;
    ServerProcess server(database ? database->url() : QString());
    QVERIFY2(server.start(), server.log());
    int exitCode = -1;
    const QString port = QString::number(server.url().port());
    const QByteArray report = server.run({u"doctor"_s, u"--json"_s, u"--port"_s, port}, {}, &exitCode);
    QCOMPARE(exitCode, 0);
    const auto found = verdicts(report);
    for (const QString &check :
         {u"settings"_s, u"signing key"_s, u"data folder"_s, u"database"_s, u"schema"_s, u"listening"_s,
          u"descriptors"_s, postgres ? u"database clock"_s : u"integrity"_s})
        QVERIFY2(found.value(check) == u"ok"_s, report);
    QVERIFY(QJsonDocument::fromJson(report).object().value("ok"_L1).toBool());
    const QByteArray lines = server.run({u"doctor"_s, u"--port"_s, port}, {}, &exitCode);
    QCOMPARE(exitCode, 0);
    QVERIFY2(lines.contains("a hearth-server answers at"), lines);
    QVERIFY2(lines.startsWith("ok    settings"), lines);
}

void TestOperating::doctorChangesNothingBeforeTheFirstStart()
{
    const QTemporaryDir dir;
    const QString data = dir.filePath(u"data"_s);
    const Said said = run({u"doctor"_s, u"--data-dir"_s, data, u"--port"_s, u"0"_s});
    QVERIFY2(said.exitCode == 0, said.out + said.errors);
    QVERIFY(!QFile::exists(data));
}

void TestOperating::doctorNamesWhatIsWrong_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("check");
    QTest::addColumn<QString>("verdict");
    QTest::newRow("a bad setting") << u"setting"_s << u"settings"_s << u"fail"_s;
    QTest::newRow("a key that others read") << u"key"_s << u"signing key"_s << u"fail"_s;
    QTest::newRow("no database there") << u"database"_s << u"database"_s << u"fail"_s;
    QTest::newRow("a damaged database") << u"damage"_s << u"integrity"_s << u"fail"_s;
    QTest::newRow("a file for a folder") << u"folder"_s << u"data folder"_s << u"fail"_s;
    QTest::newRow("a port of somebody else") << u"port"_s << u"listening"_s << u"fail"_s;
    QTest::newRow("everybody may register") << u"registration"_s << u"registration"_s << u"warn"_s;
    QTest::newRow("a folder that others look into") << u"open folder"_s << u"data folder"_s << u"warn"_s;
    QTest::newRow("a password in a file for all") << u"secret"_s << u"secrets"_s << u"warn"_s;
}

void TestOperating::doctorNamesWhatIsWrong()
{
    QFETCH(QString, fault);
    const QTemporaryDir dir;
    QStringList arguments{u"doctor"_s, u"--json"_s, u"--data-dir"_s, dir.path(), u"--port"_s, u"0"_s};
    QTcpServer taken;
    if (fault == "setting"_L1) {
        arguments += {u"--log-level"_s, u"loud"_s};
    } else if (fault == "key"_L1) {
        write(dir.filePath(u"signing.key"_s), "00");
        QFile::setPermissions(dir.filePath(u"signing.key"_s), QFile::ReadOwner | QFile::ReadOther);
    } else if (fault == "database"_L1) {
        arguments += {u"--database-url"_s, u"postgres://hearth:sesame@127.0.0.1:1/hearth"_s};
    } else if (fault == "damage"_L1) {
        QCOMPARE(run({u"migrate"_s, u"up"_s, u"--data-dir"_s, dir.path()}).exitCode, 0);
        QFile file(dir.filePath(u"hearth.db"_s));
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() / 2));
        file.write(QByteArray(20'000, '\xa5'));
    } else if (fault == "folder"_L1) {
        write(dir.filePath(u"file"_s), "x");
        arguments += {u"--data-dir"_s, dir.filePath(u"file"_s)};
    } else if (fault == "port"_L1) {
        QVERIFY(taken.listen(QHostAddress::LocalHost));
        arguments += {u"--port"_s, QString::number(taken.serverPort())};
    } else if (fault == "registration"_L1) {
        arguments += {u"--registration"_s, u"open"_s, u"--host"_s, u"0.0.0.0"_s};
    } else if (fault == "open folder"_L1) {
        QFile::setPermissions(dir.path(), QFile::Permissions(0x7755));
    } else {
        write(dir.filePath(u"hearth.yaml"_s), "auth:\n  jwt_secret: c4b1f06a7d95e2380fd6a1b9e47c5382\n");
        QFile::setPermissions(dir.filePath(u"hearth.yaml"_s), QFile::ReadOwner | QFile::ReadOther);
        arguments += {u"--config"_s, dir.filePath(u"hearth.yaml"_s)};
    }
    const Said said = run(arguments);
    QFETCH(QString, check);
    QTEST(verdicts(said.out).value(check), "verdict");
    QCOMPARE(said.exitCode, verdicts(said.out).values().contains(u"fail"_s) ? 1 : 0);
    QVERIFY(!said.out.contains("sesame") && !said.errors.contains("sesame"));
}

// A limit on the size of files is a disk that fills up, and can be raised.
void TestOperating::attack73_aDiskThatIsFullIsSurvivedWithoutLoss()
{
    ServerProcess server;
    server.setSoftLimit(RLIMIT_FSIZE, 1'000'000);
    QVERIFY2(server.start(), server.log());
    const QString conversation = startConversation(server);
    const auto statusOfReady = [&server] { return RestClient(server.url(), {}).get(u"/ready"_s).status; };
    const auto path = u"/api/v1/conversations/%1/messages"_s.arg(conversation);
    int stored = 0;
    Answer answer;
    for (; stored < 1'000; ++stored) {
        answer = say(server, conversation, u"%1"_s.arg(stored, 5'000, 10, QChar(u'x')));
        if (answer.status != 201)
            break;
    }
    QCOMPARE(answer.status, 503);
    QCOMPARE(answer.code(), u"unavailable"_s);
    QVERIFY(!answer.header("Retry-After").isEmpty());
    // Where a message does not fit, the little that /ready writes still may: the first refusal counts,
    // and is not asked for again.
    Answer ready;
    const auto isFull = [&] {
        if (ready.status != 503)
            ready = RestClient(server.url(), {}).get(u"/ready"_s);
        if (ready.status == 503)
            return true;
        for (const int size : {2'000, 200, 1}) {
            while (say(server, conversation, QString(size, u'x')).status == 201)
                ++stored;
        }
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isFull(), 60'000);
    QCOMPARE(ready.json.value("checks"_L1).toObject().value("database"_L1).toString(), u"read_only"_s);
    QCOMPARE(as(server, li).get(path + u"?limit=1"_s).status, 200); // reading goes on

    QVERIFY(server.raiseSoftLimit(RLIMIT_FSIZE));
    QTRY_COMPARE_WITH_TIMEOUT(statusOfReady(), 200, 10'000);
    QCOMPARE(say(server, conversation, u"again"_s).status, 201);
    const auto last =
        as(server, li).get(path + u"?limit=1"_s).json.value("messages"_L1).toArray().at(0).toObject();
    QCOMPARE(last.value("content"_L1).toString(), u"again"_s);
    QCOMPARE(last.value("seq"_L1).toInt(), stored + 1); // all that were acknowledged, and nothing else
    QVERIFY(server.terminate());
}

void TestOperating::attack73_whenNoDescriptorIsLeftOthersWaitAndComeLater()
{
#ifdef __SANITIZE_ADDRESS__
    QSKIP("The undefined-behaviour sanitizer needs descriptors itself to look at an address.");
#endif
    ServerProcess server;
    server.setHardLimit(RLIMIT_NOFILE, 64);
    QVERIFY2(server.start(), server.log());
    const QString conversation = startConversation(server);
    FrameClient early(server.webSocketUrl(), ServerProcess::externalToken(ana));
    QVERIFY(!early.hello().isEmpty());
    // Every worker has its connection: one writes, four read, two search.
    const auto connections = [&server] {
        const QDir opened(u"/proc/%1/fd"_s.arg(server.processId()));
        int found = 0;
        for (const QFileInfo &file : opened.entryInfoList(QDir::System | QDir::Files))
            found += file.symLinkTarget().endsWith("/hearth.db"_L1);
        return found;
    };
    QTRY_VERIFY(connections() >= 7);
    std::vector<std::unique_ptr<QTcpSocket>> crowd;
    for (int i = 0; i < 100; ++i) {
        crowd.push_back(std::make_unique<QTcpSocket>());
        crowd.back()->connectToHost(QHostAddress::LocalHost, quint16(server.url().port()));
    }
    QTRY_VERIFY2(server.log().contains("accept_failed"), server.log());
    // Who is in goes on working, on the disk, too.
    const QJsonObject answer = early.request({{"type"_L1, u"message.send"_s},
                                              {"conversation_id"_L1, conversation},
                                              {"content"_L1, u"still here"_s}});
    QVERIFY2(answer.value("type"_L1).toString() == "ack"_L1, server.log());
    crowd.clear();
    QTRY_COMPARE_WITH_TIMEOUT(RestClient(server.url(), {}).get(u"/ready"_s).status, 200, 10'000);
    QCOMPARE(history(server, conversation), QStringList{u"still here"_s});
    QVERIFY(server.terminate());
}

void TestOperating::attack64_twoServersStartOnOneEmptyDatabase()
{
    QFETCH(bool, postgres);
    const auto database = postgres ? std::make_unique<PostgresDatabase>() : nullptr;
    const QTemporaryDir dir;
    const QString url = database ? database->url() : u"sqlite:"_s + dir.filePath(u"hearth.db"_s);
    ServerProcess one(url), other(url);
    one.launch();
    other.launch();
    QVERIFY2(one.waitUntilReady(), one.log());
    QVERIFY2(other.waitUntilReady(), other.log());
    FrameClient here(one.webSocketUrl(), ServerProcess::externalToken(ana));
    FrameClient there(other.webSocketUrl(), ServerProcess::externalToken(li));
    QVERIFY(!here.hello().value("epoch"_L1).toString().isEmpty());
    QCOMPARE(here.hello().value("epoch"_L1), there.hello().value("epoch"_L1));
}

void TestOperating::attack64_aMigrationThatIsKilledIsDoneByTheNextStart()
{
    QFETCH(bool, postgres);
    for (int delay = 0; delay < 60; delay += 4) { // somewhere in between it migrates
        const auto database = postgres ? std::make_unique<PostgresDatabase>() : nullptr;
        ServerProcess server(database ? database->url() : QString());
        server.launch();
        QTest::qWait(delay);
        server.kill();
        QVERIFY2(server.start(), server.log());
        const QString conversation = startConversation(server);
        QCOMPARE(say(server, conversation, u"works"_s).status, 201);
    }
}

QTEST_GUILESS_MAIN(TestOperating)
#include "tst_operating.moc"
