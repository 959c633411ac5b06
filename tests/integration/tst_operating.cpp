// SPDX-License-Identifier: Apache-2.0
#include "support/postgresdatabase.h"
#include "support/serverprocess.h"
#include "support/testclient.h"

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
    void attack72_aRestoredServerTellsItsClientsToStartOver_data() { backends(); }
    void attack72_aRestoredServerTellsItsClientsToStartOver();
    void aBackupHoldsFilesAndKeysOnlyWhenAskedTo();
    void restoreTouchesNothingThatIsInUse_data() { backends(); }
    void restoreTouchesNothingThatIsInUse();
    void damagedBackupsAreRefused_data();
    void damagedBackupsAreRefused();
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

namespace {

const QString ana = u"ana"_s;
const QString li = u"li"_s;

RestClient as(const ServerProcess &server, const QString &user)
{
    return RestClient(server.url(), ServerProcess::externalToken(user));
}

QString startConversation(const ServerProcess &server)
{
    as(server, li).get(u"/api/v1/users/me"_s);
    const Answer made =
        as(server, ana)
            .post(u"/api/v1/conversations"_s, {{"type"_L1, u"direct"_s}, {"member_ids"_L1, QJsonArray{li}}});
    return made.json.value("id"_L1).toString();
}

Answer say(const ServerProcess &server, const QString &conversation, const QString &text,
           const QString &clientMsgId = {})
{
    QJsonObject body{{"content"_L1, text}};
    if (!clientMsgId.isEmpty())
        body.insert("client_msg_id"_L1, clientMsgId);
    return as(server, ana).post(u"/api/v1/conversations/%1/messages"_s.arg(conversation), body);
}

// The contents of a conversation, oldest first; only of one page.
QStringList history(const ServerProcess &server, const QString &conversation)
{
    const Answer answer =
        as(server, li).get(u"/api/v1/conversations/%1/messages?limit=100"_s.arg(conversation));
    QStringList contents;
    for (const QJsonValue &message : answer.json.value("messages"_L1).toArray())
        contents.prepend(message.toObject().value("content"_L1).toString());
    return contents;
}

} // namespace

void TestOperating::attack72_aRestoredServerTellsItsClientsToStartOver()
{
    QFETCH(bool, postgres);
    const auto database = postgres ? std::make_unique<PostgresDatabase>() : nullptr;
    ServerProcess server(database ? database->url() : QString());
    QVERIFY2(server.start(), server.log());
    const QString conversation = startConversation(server);
    for (const QString &text : {u"one"_s, u"two"_s})
        QCOMPARE(say(server, conversation, text).status, 201);

    const QTemporaryDir dir;
    const QString backup = dir.filePath(u"hearth.backup"_s);
    int exitCode = -1;
    const QByteArray said = server.run({u"backup"_s, u"--to"_s, backup}, {}, &exitCode);
    QVERIFY2(exitCode == 0 && said.contains("2 messages of 2 users"), said);
    const QString key = u"0190163d-8694-739b-aea5-966c26f8ad90"_s;
    QCOMPARE(say(server, conversation, u"after the backup"_s, key).status, 201);
    FrameClient before(server.webSocketUrl(), ServerProcess::externalToken(li));
    const QString epoch = before.hello().value("epoch"_L1).toString();
    const qint64 lastChange = as(server, li)
                                  .get(u"/api/v1/conversations/"_s + conversation)
                                  .json.value("last_change"_L1)
                                  .toInteger();
    QVERIFY(server.terminate());

    server.run({u"restore"_s, u"--from"_s, backup, u"--force"_s}, {}, &exitCode);
    QCOMPARE(exitCode, 0);
    QVERIFY2(server.start(), server.log());
    QCOMPARE(history(server, conversation), (QStringList{u"one"_s, u"two"_s}));
    FrameClient after(server.webSocketUrl(), ServerProcess::externalToken(li));
    QVERIFY(!epoch.isEmpty() && !after.hello().value("epoch"_L1).toString().isEmpty());
    QVERIFY(after.hello().value("epoch"_L1).toString() != epoch);
    const QJsonObject changes =
        after
            .request(
                {{"type"_L1, u"changes"_s}, {"conversation_id"_L1, conversation}, {"since"_L1, lastChange}})
            .value("data"_L1)
            .toObject();
    QVERIFY2(changes.value("too_far"_L1).toBool(), QJsonDocument(changes).toJson());
    QCOMPARE(changes.value("messages"_L1).toArray().size(), 2);
    // What an outbox still holds is sent again, and stored once.
    QCOMPARE(say(server, conversation, u"after the backup"_s, key).status, 201);
    QCOMPARE(say(server, conversation, u"after the backup"_s, key).status, 200);
    QCOMPARE(history(server, conversation).size(), 3);
}

void TestOperating::aBackupHoldsFilesAndKeysOnlyWhenAskedTo()
{
    ServerProcess server;
    QVERIFY2(server.start(), server.log());
    QVERIFY(QDir(server.dataDir()).mkpath(u"files/ab"_s));
    write(server.dataDir() + u"/files/ab/content"_s, "some bytes");
    const QTemporaryDir dir;
    int exitCode = -1;
    server.run({u"backup"_s, u"--to"_s, dir.filePath(u"plain"_s)}, {}, &exitCode);
    QCOMPARE(exitCode, 0);
    server.run({u"backup"_s, u"--to"_s, dir.filePath(u"keys"_s), u"--with-keys"_s}, {}, &exitCode);
    QCOMPARE(exitCode, 0);
    QCOMPARE(QFile::permissions(dir.filePath(u"plain"_s)) & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
    server.run({u"backup"_s, u"--to"_s, dir.filePath(u"plain"_s)}, {}, &exitCode);
    QCOMPARE(exitCode, 1); // it is not written over
    QVERIFY(
        server.run({u"backup"_s, u"verify"_s, dir.filePath(u"plain"_s)}, {}, &exitCode).contains("2 files"));
    QCOMPARE(exitCode, 0);

    const auto keyOf = [](const QString &dataDir) {
        QFile key(dataDir + u"/signing.key"_s);
        return key.open(QIODevice::ReadOnly) ? key.readAll() : QByteArray();
    };
    for (const bool keys : {false, true}) {
        ServerProcess other;
        other.run({u"restore"_s, u"--from"_s, dir.filePath(keys ? u"keys"_s : u"plain"_s)}, {}, &exitCode);
        QCOMPARE(exitCode, 0);
        QFile content(other.dataDir() + u"/files/ab/content"_s);
        QVERIFY(content.open(QIODevice::ReadOnly));
        QCOMPARE(content.readAll(), "some bytes");
        QVERIFY2(other.start(), other.log());
        QCOMPARE(keyOf(other.dataDir()) == keyOf(server.dataDir()), keys);
    }
}

void TestOperating::restoreTouchesNothingThatIsInUse()
{
    QFETCH(bool, postgres);
    const auto database = postgres ? std::make_unique<PostgresDatabase>() : nullptr;
    ServerProcess server(database ? database->url() : QString());
    QVERIFY2(server.start(), server.log());
    const QString conversation = startConversation(server);
    QCOMPARE(say(server, conversation, u"kept"_s).status, 201);
    const QTemporaryDir dir;
    const QString backup = dir.filePath(u"backup"_s);
    int exitCode = -1;
    server.run({u"backup"_s, u"--to"_s, backup}, {}, &exitCode);
    QCOMPARE(exitCode, 0);

    for (const QStringList &options : {QStringList(), QStringList(u"--force"_s)}) {
        server.run(QStringList{u"restore"_s, u"--from"_s, backup} + options, {}, &exitCode);
        QCOMPARE(exitCode, 1); // it runs
    }
    QCOMPARE(say(server, conversation, u"kept, too"_s).status, 201);
    QVERIFY(server.terminate());
    server.run({u"restore"_s, u"--from"_s, backup}, {}, &exitCode);
    QCOMPARE(exitCode, 1); // it is not empty
    QVERIFY2(server.start(), server.log());
    QCOMPARE(history(server, conversation), (QStringList{u"kept"_s, u"kept, too"_s}));
}

void TestOperating::damagedBackupsAreRefused_data()
{
    QTest::addColumn<QString>("damage");
    for (const QString &damage :
         {u"cut"_s, u"changed"_s, u"no manifest"_s, u"outside"_s, u"link"_s, u"nothing"_s})
        QTest::newRow(qPrintable(damage)) << damage;
}

void TestOperating::damagedBackupsAreRefused()
{
    QFETCH(QString, damage);
    ServerProcess server;
    QVERIFY2(server.start(), server.log());
    const QString conversation = startConversation(server);
    QCOMPARE(say(server, conversation, u"kept"_s).status, 201);
    const QTemporaryDir dir;
    const QString backup = dir.filePath(u"backup"_s);
    int exitCode = -1;
    server.run({u"backup"_s, u"--to"_s, backup}, {}, &exitCode);
    QCOMPARE(exitCode, 0);
    QVERIFY(server.terminate());

    QFile file(backup);
    const auto tar = [&](const QStringList &arguments) {
        return QProcess::execute(u"tar"_s, QStringList{u"-C"_s, dir.path()} + arguments) == 0;
    };
    if (damage == "cut"_L1) {
        QVERIFY(file.resize(file.size() / 2));
    } else if (damage == "changed"_L1) {
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() / 2));
        file.write("\xa5", 1);
        file.close();
    } else if (damage == "no manifest"_L1) {
        QVERIFY(tar({u"--delete"_s, u"-f"_s, backup, u"manifest.json"_s}));
    } else if (damage == "outside"_L1) {
        write(dir.filePath(u"evil"_s), "x");
        QVERIFY(tar({u"-P"_s, u"-cf"_s, backup, u"--transform"_s, u"s,^,../,"_s, u"evil"_s}));
    } else if (damage == "link"_L1) {
        QVERIFY(QFile::link(u"/etc/passwd"_s, dir.filePath(u"database.sqlite"_s)));
        QVERIFY(tar({u"-cf"_s, backup, u"database.sqlite"_s}));
    } else {
        write(backup, {});
    }
    server.run({u"backup"_s, u"verify"_s, backup}, {}, &exitCode);
    QCOMPARE(exitCode, 1);
    server.run({u"restore"_s, u"--from"_s, backup, u"--force"_s}, {}, &exitCode);
    QCOMPARE(exitCode, 1);
    QVERIFY2(server.start(), server.log());
    QCOMPARE(history(server, conversation), QStringList{u"kept"_s});
    QCOMPARE(QDir(server.dataDir()).entryList({u"restore-*"_s, u"*.restoring*"_s}), QStringList());
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
    const Answer ready = RestClient(server.url(), {}).get(u"/ready"_s);
    QCOMPARE(ready.status, 503);
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
    ServerProcess server;
    server.setHardLimit(RLIMIT_NOFILE, 64);
    QVERIFY2(server.start(), server.log());
    const QString conversation = startConversation(server);
    FrameClient early(server.webSocketUrl(), ServerProcess::externalToken(ana));
    QVERIFY(!early.hello().isEmpty());
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
    QCOMPARE(answer.value("type"_L1).toString(), u"ack"_s);
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
