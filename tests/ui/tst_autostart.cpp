// SPDX-License-Identifier: Apache-2.0
#include "platform/xdgautostart.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Hearth;
using namespace Qt::Literals::StringLiterals;

class TestAutostart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_config = std::make_unique<QTemporaryDir>(); }

    void itIsOffUntilSomebodyTurnsItOn()
    {
        XdgAutostart autostart(m_config->path(), {u"/usr/bin/hearth"_s, u"--hidden"_s});
        QVERIFY(!autostart.isEnabled());
        QVERIFY(autostart.setEnabled(true));
        QVERIFY(autostart.isEnabled());
        QVERIFY(entry().contains("\nExec=\"/usr/bin/hearth\" \"--hidden\"\n"));
        QVERIFY(autostart.setEnabled(false));
        QVERIFY(!autostart.isEnabled());
        QVERIFY(autostart.setEnabled(false));
    }

    void oddNamesOfFoldersAreWrittenAsTheDesktopReadsThem()
    {
        XdgAutostart autostart(m_config->path(), {u"/opt/50% \"new\" $x/hearth"_s});
        QVERIFY(autostart.setEnabled(true));
        QVERIFY(entry().contains(R"(Exec="/opt/50%% \\"new\\" \\$x/hearth")"));
    }

    void whatTheDesktopSwitchedOffIsOff_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("hidden") << QByteArray("Hidden=true");
        QTest::newRow("GNOME") << QByteArray("X-GNOME-Autostart-enabled=false");
    }

    void whatTheDesktopSwitchedOffIsOff()
    {
        QFETCH(QByteArray, line);
        XdgAutostart autostart(m_config->path(), {u"/usr/bin/hearth"_s});
        QVERIFY(autostart.setEnabled(true));
        QFile file(path());
        QVERIFY(file.open(QIODevice::Append));
        file.write(line + '\n');
        file.close();
        QVERIFY(!autostart.isEnabled());
        QVERIFY(autostart.setEnabled(true));
        QVERIFY(autostart.isEnabled());
    }

    void aFolderThatCannotBeWrittenIsExplained()
    {
        QFile inTheWay(m_config->filePath(u"autostart"_s));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        XdgAutostart autostart(m_config->path(), {u"/usr/bin/hearth"_s});
        const Result<void> done = autostart.setEnabled(true);
        QVERIFY(!done);
        QVERIFY(done.error().detail.contains(u"org.hearth.Hearth.desktop"_s));
    }

private:
    QString path() const { return m_config->filePath(u"autostart/org.hearth.Hearth.desktop"_s); }

    QByteArray entry() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_config;
};

QTEST_GUILESS_MAIN(TestAutostart)
#include "tst_autostart.moc"
