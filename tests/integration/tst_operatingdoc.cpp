// SPDX-License-Identifier: Apache-2.0
#include "support/serverprocess.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

// The commands of docs/operating.md, in their order and on one server, as a newcomer would paste them.
class TestOperatingDoc : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCommandWorks()
    {
        ServerProcess server;
        QVERIFY2(server.start(), server.log());
        QFile document(QStringLiteral(HEARTH_SOURCE_DIR "/docs/operating.md"));
        QVERIFY(document.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(document.readAll());
        static const QRegularExpression block(u"^```sh\\n(.*?)^```$"_s,
                                              QRegularExpression::MultilineOption
                                                  | QRegularExpression::DotMatchesEverythingOption);
        QStringList commands;
        for (const auto &match : block.globalMatch(text))
            commands += match.captured(1);
        QVERIFY(commands.size() >= 6);

        const QTemporaryDir folder;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        const QString programs = QFileInfo(QStringLiteral(HEARTH_SERVER_BINARY)).path();
        environment.insert(u"PATH"_s, programs + u':' + environment.value(u"PATH"_s));
        environment.insert(u"HEARTH_DATA_DIR"_s, server.dataDir());
        environment.insert(u"HEARTH_PORT"_s, QString::number(server.url().port()));
        for (QString command : std::as_const(commands)) {
            command.replace(u"http://127.0.0.1:9097"_s, server.url().toString());
            command.replace(u"curl "_s, u"curl --fail "_s);
            QProcess shell;
            shell.setProcessEnvironment(environment);
            shell.setWorkingDirectory(folder.path());
            shell.setProcessChannelMode(QProcess::MergedChannels);
            shell.start(u"bash"_s, {u"-euo"_s, u"pipefail"_s, u"-c"_s, command});
            QVERIFY(shell.waitForFinished(60'000));
            QVERIFY2(shell.exitStatus() == QProcess::NormalExit && shell.exitCode() == 0,
                     command.toUtf8() + shell.readAll());
        }
        QVERIFY(QFile::exists(folder.filePath(u"hearth.backup"_s)));
        QVERIFY(QFile::exists(folder.filePath(u"export-of-root/export.jsonl"_s)));
    }

    void everyCommandOfTheServerIsNamed()
    {
        QFile document(QStringLiteral(HEARTH_SOURCE_DIR "/docs/operating.md"));
        QVERIFY(document.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(document.readAll());
        QProcess help;
        help.start(QStringLiteral(HEARTH_SERVER_BINARY), {u"--help"_s});
        QVERIFY(help.waitForFinished());
        static const QRegularExpression command(u"^  ([a-z]+(?: [a-z-]+)?)(?: [A-Z]+)? +[A-Z]"_s,
                                                QRegularExpression::MultilineOption);
        int count = 0;
        for (const auto &match : command.globalMatch(QString::fromUtf8(help.readAllStandardOutput()))) {
            const QString name = match.captured(1);
            QVERIFY2(text.contains("hearth-server "_L1 + name) || text.contains(u'`' + name + u'`'),
                     qPrintable(name));
            ++count;
        }
        QVERIFY(count >= 20);
    }
};

QTEST_GUILESS_MAIN(TestOperatingDoc)
#include "tst_operatingdoc.moc"
