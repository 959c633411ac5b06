// SPDX-License-Identifier: Apache-2.0
#include "platform/singleinstance.h"

#include <QDir>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace Hearth;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(Hearth::StartMessage)

class TestSingleInstance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_runtime = std::make_unique<QTemporaryDir>();
        m_first = std::make_unique<SingleInstance>(m_runtime->path(), u"/data/one"_s);
        QVERIFY(m_first->claim());
    }

    void cleanup() { m_first.reset(); }

    void theSecondTellsTheFirstAndIsAnswered()
    {
        const QSignalSpy started(m_first.get(), &SingleInstance::startedAgain);
        const StartMessage message{u"hearth://connect?server=x"_s, u"token"_s};
        QVERIFY(tell(message));
        QCOMPARE(started.count(), 1);
        QCOMPARE(started.first().first().value<StartMessage>(), message);
    }

    void anotherDataFolderIsAnotherProgram()
    {
        SingleInstance other(m_runtime->path(), u"/data/two"_s);
        QVERIFY(other.claim());
    }

    void afterTheFirstHasEndedTheNextIsFirst()
    {
        m_first.reset();
        SingleInstance next(m_runtime->path(), u"/data/one"_s);
        QVERIFY(next.claim());
    }

    void onlyThisPersonMayOpenTheSocket()
    {
        const QFileInfo socket(socketPath());
        QVERIFY(socket.exists());
        QCOMPARE(socket.permissions()
                     & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
    }

    void nonsenseIsNotHandedOn_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::newRow("no JSON") << QByteArray("hello\n");
        QTest::newRow("another JSON") << QByteArray("[1]\n");
        QTest::newRow("without an end") << QByteArray(1 << 20, 'x');
    }

    void nonsenseIsNotHandedOn()
    {
        QFETCH(QByteArray, sent);
        const QSignalSpy started(m_first.get(), &SingleInstance::startedAgain);
        QLocalSocket socket;
        socket.connectToServer(socketPath());
        QVERIFY(socket.waitForConnected());
        socket.write(sent);
        QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
        QCOMPARE(started.count(), 0);
    }

private:
    // As another program does, while this one goes on.
    bool tell(const StartMessage &message)
    {
        bool told = false;
        std::unique_ptr<QThread> other(QThread::create([&] {
            SingleInstance second(m_runtime->path(), u"/data/one"_s);
            told = !second.claim() && second.tell(message);
        }));
        QSignalSpy ended(other.get(), &QThread::finished);
        other->start();
        return (ended.count() > 0 || ended.wait()) && told;
    }

    QString socketPath() const
    {
        for (const QFileInfo &file : QDir(m_runtime->path()).entryInfoList(QDir::System | QDir::Files)) {
            if (!file.fileName().endsWith(u".lock"_s))
                return file.filePath();
        }
        return {};
    }

    std::unique_ptr<QTemporaryDir> m_runtime;
    std::unique_ptr<SingleInstance> m_first;
};

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "tst_singleinstance.moc"
