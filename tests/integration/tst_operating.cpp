// SPDX-License-Identifier: Apache-2.0
#include "support/postgresdatabase.h"
#include "support/serverprocess.h"
#include "support/testclient.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTcpServer>
#include <QTest>

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

QTEST_GUILESS_MAIN(TestOperating)
#include "tst_operating.moc"
