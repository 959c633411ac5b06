// SPDX-License-Identifier: Apache-2.0
#include "support/postgresdatabase.h"
#include "support/traces.h"
#include "support/twopeople.h"

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

QByteArray png()
{
    QImage image(40, 30, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "PNG");
    return bytes;
}

QString upload(const ServerProcess &server, const QByteArray &contents)
{
    return idOf(
        as(server, ana)
            .call("POST", u"/api/v1/files"_s, contents, {{"Content-Type", "application/octet-stream"}}));
}

QJsonObject attaching(const QStringList &files)
{
    return {{u"attachment_ids"_s, QJsonArray::fromStringList(files)}};
}

// What a server with its files in the data folder has of one.
QStringList contentsOf(const ServerProcess &server, const QString &file)
{
    return filesBelow(server.dataDir() + u"/files"_s).filter(file);
}

QStringList entriesOf(const QString &backup)
{
    QProcess tar;
    tar.start(u"tar"_s, {u"-tf"_s, backup});
    tar.waitForFinished();
    return QString::fromUtf8(tar.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
}

} // namespace

// Backups, and what comes out of them.
class TestRestore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void attack72_aRestoredServerTellsItsClientsToStartOver_data() { backends(); }
    void attack72_aRestoredServerTellsItsClientsToStartOver();
    void filesAreRestoredToWhereTheirServerKeepsThem_data() { backends(); }
    void filesAreRestoredToWhereTheirServerKeepsThem();
    void whatTheBackupDoesNotKnowIsGoneAfterwards();
    void aFileThatCannotBePutLeavesAllAsItWas();
    void filesOnS3AreNoPartOfABackup();
    void aBackupHoldsKeysOnlyWhenAskedTo();
    void restoreTouchesNothingThatIsInUse_data() { backends(); }
    void restoreTouchesNothingThatIsInUse();
    void damagedBackupsAreRefused_data();
    void damagedBackupsAreRefused();

private:
    static void backends()
    {
        QTest::addColumn<bool>("postgres");
        QTest::newRow("sqlite") << false;
        QTest::newRow("postgresql") << true;
    }
};

void TestRestore::attack72_aRestoredServerTellsItsClientsToStartOver()
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
    const QJsonObject key{{u"client_msg_id"_s, u"0190163d-8694-739b-aea5-966c26f8ad90"_s}};
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

void TestRestore::filesAreRestoredToWhereTheirServerKeepsThem()
{
    QFETCH(bool, postgres);
    const auto database = postgres ? std::make_unique<PostgresDatabase>() : nullptr;
    ServerProcess server(database ? database->url() : QString());
    QVERIFY2(server.start(), server.log());
    const QString conversation = startConversation(server);
    const QString file = upload(server, "what the file holds");
    const QString picture = upload(server, png());
    QCOMPARE(say(server, conversation, u"here"_s, attaching({file, picture})).status, 201);
    QVERIFY(QDir(server.dataDir()).mkpath(u"files/incoming"_s));
    write(server.dataDir() + u"/files/incoming/0190163d.part"_s, "under way");

    const QTemporaryDir dir;
    const QString backup = dir.filePath(u"backup"_s);
    int exitCode = -1;
    server.run({u"backup"_s, u"--to"_s, backup}, {}, &exitCode);
    QCOMPARE(exitCode, 0);
    QCOMPARE(entriesOf(backup).filter(u"files/"_s).size(), 3); // one of them a thumbnail
    QCOMPARE(entriesOf(backup).filter(u".part"_s), QStringList());

    // Another file system where there is one; a folder that is there and stays, as a mount point does.
    const QTemporaryDir storage(QDir(u"/dev/shm"_s).exists() ? u"/dev/shm/hearth-test-XXXXXX"_s
                                                             : dir.filePath(u"storage-XXXXXX"_s));
    QVERIFY(QDir(storage.path()).mkdir(u"lost+found"_s));
    const auto other = postgres ? std::make_unique<PostgresDatabase>() : nullptr;
    const QStringList place{u"--storage-path"_s, storage.path()};
    ServerProcess restored(other ? other->url() : QString(), place);
    const QByteArray said =
        restored.run(QStringList{u"restore"_s, u"--from"_s, backup} + place, {}, &exitCode);
    QVERIFY2(exitCode == 0 && !said.contains("are not in"), said);
    QCOMPARE(QDir(storage.path()).entryList({u"restoring"_s}), QStringList());
    QVERIFY(!QFile::exists(restored.dataDir() + u"/files"_s));
    QVERIFY2(restored.start(), restored.log());
    QCOMPARE(as(restored, li).get(u"/api/v1/files/"_s + file).body, "what the file holds");
    QCOMPARE(as(restored, li).get(u"/api/v1/files/"_s + picture).body, png());
    QCOMPARE(as(restored, li).get(u"/api/v1/files/%1/thumbnail"_s.arg(picture)).status, 200);
    QCOMPARE(upload(restored, "more").size(), 36);
}

void TestRestore::whatTheBackupDoesNotKnowIsGoneAfterwards()
{
    ServerProcess server;
    QVERIFY2(server.start(), server.log());
    const QString conversation = startConversation(server);
    const QString known = upload(server, "known");
    QCOMPARE(say(server, conversation, u"here"_s, attaching({known})).status, 201);
    const QTemporaryDir dir;
    const QString backup = dir.filePath(u"backup"_s);
    int exitCode = -1;
    server.run({u"backup"_s, u"--to"_s, backup}, {}, &exitCode);
    QCOMPARE(exitCode, 0);
    const QString later = upload(server, "later");
    QVERIFY(server.terminate());
    QCOMPARE(contentsOf(server, later).size(), 1);
    QVERIFY(QFile::remove(contentsOf(server, known).value(0)));

    const QByteArray said = server.run({u"restore"_s, u"--from"_s, backup, u"--force"_s}, {}, &exitCode);
    QVERIFY2(exitCode == 0, said);
    QCOMPARE(contentsOf(server, later), QStringList());
    QVERIFY2(server.start(), server.log());
    QCOMPARE(as(server, li).get(u"/api/v1/files/"_s + known).body, "known");
}

void TestRestore::aFileThatCannotBePutLeavesAllAsItWas()
{
    ServerProcess server, other;
    for (ServerProcess *one : {&server, &other})
        QVERIFY2(one->start(), one->log());
    const QString conversation = startConversation(server);
    QStringList files;
    for (int i = 0; i < 10; ++i)
        files += upload(server, "number " + QByteArray::number(i));
    QCOMPARE(say(server, conversation, u"many"_s, attaching(files)).status, 201);
    const QTemporaryDir dir;
    const QString backup = dir.filePath(u"backup"_s);
    int exitCode = -1;
    server.run({u"backup"_s, u"--to"_s, backup}, {}, &exitCode);
    QCOMPARE(exitCode, 0);

    const QString kept = startConversation(other);
    const QString own = upload(other, "own");
    QCOMPARE(say(other, kept, u"kept"_s, attaching({own})).status, 201);
    QVERIFY(other.terminate());
    // A file where a folder has to be, for the last of those that come.
    QString last = entriesOf(backup).filter(u"files/"_s).last();
    last.truncate(last.lastIndexOf(u'/'));
    const QString inTheWay = other.dataDir() + u'/' + last;
    QVERIFY(QDir().mkpath(QFileInfo(inTheWay).path()));
    write(inTheWay, "x");
    other.run({u"restore"_s, u"--from"_s, backup, u"--force"_s}, {}, &exitCode);
    QCOMPARE(exitCode, 1);
    for (const QString &file : std::as_const(files))
        QCOMPARE(contentsOf(other, file), QStringList());
    QVERIFY(!QFile::exists(other.dataDir() + u"/files/restoring"_s));
    QVERIFY2(other.start(), other.log());
    QCOMPARE(history(other, kept), QStringList{u"kept"_s});
    QCOMPARE(as(other, li).get(u"/api/v1/files/"_s + own).body, "own");
}

void TestRestore::filesOnS3AreNoPartOfABackup()
{
    ServerProcess server;
    QVERIFY2(server.start(), server.log());
    const QString conversation = startConversation(server);
    const QString file = upload(server, "here");
    QCOMPARE(say(server, conversation, u"x"_s, attaching({file})).status, 201);
    const QTemporaryDir dir;
    write(dir.filePath(u"secret"_s), "secret");
    const QStringList s3{u"--storage-type"_s,      u"s3"_s,          u"--s3-endpoint"_s,
                         u"http://127.0.0.1:1"_s,  u"--s3-bucket"_s, u"b"_s,
                         u"--s3-access-key"_s,     u"a"_s,           u"--s3-secret-key-file"_s,
                         dir.filePath(u"secret"_s)};
    int exitCode = -1;
    const QString without = dir.filePath(u"without"_s), with = dir.filePath(u"with"_s);
    const QByteArray said = server.run(QStringList{u"backup"_s, u"--to"_s, without} + s3, {}, &exitCode);
    QVERIFY2(exitCode == 0 && said.contains("which are on S3"), said);
    QCOMPARE(entriesOf(without).filter(u"files/"_s), QStringList());
    server.run({u"backup"_s, u"--to"_s, with}, {}, &exitCode);
    QCOMPARE(exitCode, 0);

    // Where contents are restored to a folder, those that are not in the backup are counted.
    ServerProcess local;
    QVERIFY(
        local.run({u"restore"_s, u"--from"_s, without}, {}, &exitCode).contains("The contents of 1 files"));
    QCOMPARE(exitCode, 0);
    ServerProcess remote;
    remote.run(QStringList{u"restore"_s, u"--from"_s, with} + s3, {}, &exitCode);
    QCOMPARE(exitCode, 1);
    QVERIFY(!QFile::exists(remote.dataDir() + u"/hearth.db"_s));
    remote.run(QStringList{u"restore"_s, u"--from"_s, without} + s3, {}, &exitCode);
    QCOMPARE(exitCode, 0);
}

void TestRestore::aBackupHoldsKeysOnlyWhenAskedTo()
{
    ServerProcess server;
    QVERIFY2(server.start(), server.log());
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
    server.run({u"backup"_s, u"verify"_s, dir.filePath(u"plain"_s)}, {}, &exitCode);
    QCOMPARE(exitCode, 0);

    const auto keyOf = [](const QString &dataDir) {
        QFile key(dataDir + u"/signing.key"_s);
        return key.open(QIODevice::ReadOnly) ? key.readAll() : QByteArray();
    };
    for (const bool keys : {false, true}) {
        ServerProcess other;
        other.run({u"restore"_s, u"--from"_s, dir.filePath(keys ? u"keys"_s : u"plain"_s)}, {}, &exitCode);
        QCOMPARE(exitCode, 0);
        QVERIFY2(other.start(), other.log());
        QCOMPARE(keyOf(other.dataDir()) == keyOf(server.dataDir()), keys);
    }
}

void TestRestore::restoreTouchesNothingThatIsInUse()
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

void TestRestore::damagedBackupsAreRefused_data()
{
    QTest::addColumn<QString>("damage");
    for (const QString &damage :
         {u"cut"_s, u"changed"_s, u"no manifest"_s, u"outside"_s, u"link"_s, u"nothing"_s})
        QTest::newRow(qPrintable(damage)) << damage;
}

void TestRestore::damagedBackupsAreRefused()
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

QTEST_GUILESS_MAIN(TestRestore)
#include "tst_restore.moc"
