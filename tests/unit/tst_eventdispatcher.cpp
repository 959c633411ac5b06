// SPDX-License-Identifier: Apache-2.0
#include "gateway/eventdispatcher.h"
#include "gateway/timerqueue.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSemaphore>
#include <QSignalSpy>
#include <QSocketNotifier>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryFile>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <memory>

#ifdef Q_OS_LINUX
#    include "gateway/epolleventdispatcher.h"

#    include <sys/socket.h>
#    include <unistd.h>
#endif

using namespace Hearth;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Sees its timer events, and lets a test decide what happens in them.
class Ticker : public QObject
{
public:
    std::function<void(int)> onTimer = [](int) {};
    QList<int> fired;

protected:
    void timerEvent(QTimerEvent *event) override
    {
        fired += event->timerId();
        onTimer(event->timerId());
    }
};

void turn(QEventLoop::ProcessEventsFlags flags = QEventLoop::AllEvents)
{
    QAbstractEventDispatcher::instance()->processEvents(flags);
}

} // namespace

class TestEventDispatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theMainThreadHasIt();

    void timersFireAgainAndAgain();
    void timersFireInTheOrderTheyAreDueAndNeverEarly();
    void zeroTimersFireOnceATurn();
    void aTimerMayBeKilledInAHandler();
    void aTimerDoesNotFireInsideItsOwnHandler();
    void timersOfAnObjectGoWithIt();
    void timersTellTheRemainingTime();
    void coarseTimersComeTogether();
    void timersCostTheSameHoweverManyThereAre();

    void postedEventsAreHandledBeforeWaiting();
    void objectsAreDeletedLater();
    void aNestedLoopEndsByItself();
    void anotherThreadWakesTheLoop();
    void anotherThreadInterruptsTheLoop();
    void itWorksInOtherThreads();
    void processesAndSocketsWork();

#ifdef Q_OS_LINUX
    void init();
    void cleanup();

    void aNotifierFiresWhileItsDescriptorIsReady();
    void aWriteNotifierComesAndGoes();
    void outOfBandDataReachesTheExceptionNotifier();
    void aHangUpReachesEverybody();
    void aDisabledNotifierIsNotSentWhatWasReadyBefore();
    void aDescriptorMayBeReusedInTheSameTurn();
    void aNestedLoopServesNotifiersToo();
    void regularFilesAreAlwaysReady();
    void anInvalidDescriptorDisablesItsNotifier();
    void notifiersAndTimersCanBeExcluded();

private:
    std::array<int, 2> m_pair = {-1, -1};
#endif
};

void TestEventDispatcher::theMainThreadHasIt()
{
#ifdef Q_OS_LINUX
    QVERIFY(qobject_cast<EpollEventDispatcher *>(QAbstractEventDispatcher::instance()));
#endif
}

void TestEventDispatcher::timersFireAgainAndAgain()
{
    for (Qt::TimerType type : {Qt::PreciseTimer, Qt::CoarseTimer}) {
        QTimer timer;
        timer.setTimerType(type);
        QSignalSpy spy(&timer, &QTimer::timeout);
        timer.start(2ms);
        QTRY_VERIFY(spy.count() >= 5);
    }
    QSignalSpy once(this, &QObject::objectNameChanged);
    QTimer::singleShot(1s, Qt::VeryCoarseTimer, this, [this] { setObjectName(u"fired"_s); });
    QTRY_COMPARE(once.count(), 1);
}

void TestEventDispatcher::timersFireInTheOrderTheyAreDueAndNeverEarly()
{
    Ticker ticker;
    QElapsedTimer clock;
    clock.start();
    QHash<int, int> due;
    QList<int> ids;
    for (int interval : {30, 10, 40, 20}) {
        const int id = ticker.startTimer(interval, Qt::PreciseTimer);
        due[id] = interval;
        ids += id;
    }
    bool early = false;
    ticker.onTimer = [&](int id) {
        early = early || clock.elapsed() < due[id];
        ticker.killTimer(id);
    };
    QTRY_COMPARE(ticker.fired.size(), 4);
    QCOMPARE(ticker.fired, QList<int>({ids[1], ids[3], ids[0], ids[2]}));
    QVERIFY(!early);
}

void TestEventDispatcher::zeroTimersFireOnceATurn()
{
    Ticker ticker;
    const int first = ticker.startTimer(0);
    const int second = ticker.startTimer(0);
    turn(QEventLoop::WaitForMoreEvents);
    QCOMPARE(ticker.fired, QList<int>({first, second}));
    turn(QEventLoop::WaitForMoreEvents);
    QCOMPARE(ticker.fired, QList<int>({first, second, first, second}));
}

void TestEventDispatcher::aTimerMayBeKilledInAHandler()
{
    Ticker ticker;
    const int first = ticker.startTimer(0);
    const int second = ticker.startTimer(0);
    ticker.onTimer = [&](int) {
        ticker.killTimer(first);
        ticker.killTimer(second);
    };
    turn();
    turn();
    QCOMPARE(ticker.fired, QList<int>({first}));

    // The id of a timer that was killed in its own handler is given to the next one.
    ticker.fired.clear();
    const int third = ticker.startTimer(0);
    int fourth = 0;
    ticker.onTimer = [&](int id) {
        if (id != third)
            return;
        ticker.killTimer(id);
        fourth = ticker.startTimer(0);
    };
    turn();
    QCOMPARE(ticker.fired, QList<int>({third}));
    turn();
    turn();
    QCOMPARE(ticker.fired, QList<int>({third, fourth, fourth}));
}

void TestEventDispatcher::aTimerDoesNotFireInsideItsOwnHandler()
{
    Ticker ticker;
    int depth = 0;
    int deepest = 0;
    ticker.onTimer = [&](int) {
        deepest = std::max(deepest, ++depth);
        for (int i = 0; i < 5; ++i)
            turn();
        --depth;
    };
    const int id = ticker.startTimer(0);
    turn();
    QCOMPARE(ticker.fired, QList<int>({id}));
    QCOMPARE(deepest, 1);
    turn();
    QCOMPARE(ticker.fired.size(), 2);
}

void TestEventDispatcher::timersOfAnObjectGoWithIt()
{
    auto *dispatcher = QAbstractEventDispatcher::instance();
    auto ticker = std::make_unique<Ticker>();
    const int id = ticker->startTimer(7, Qt::PreciseTimer);
    ticker->startTimer(0);
    const auto timers = dispatcher->registeredTimers(ticker.get());
    QCOMPARE(timers.size(), 2);
    QVERIFY(std::any_of(timers.begin(), timers.end(), [id](const auto &timer) {
        return timer.timerId == id && timer.interval == 7 && timer.timerType == Qt::PreciseTimer;
    }));
    ticker.reset();
    QCOMPARE(dispatcher->remainingTime(id), -1);
    turn(); // would call the deleted object
}

void TestEventDispatcher::timersTellTheRemainingTime()
{
    QTimer timer;
    timer.start(1h);
    QVERIFY(timer.remainingTime() > 3'590'000);
    QVERIFY(timer.remainingTime() <= 3'600'000);
    QCOMPARE(QAbstractEventDispatcher::instance()->remainingTime(99'999), -1);
}

void TestEventDispatcher::coarseTimersComeTogether()
{
    TimerQueue precise;
    TimerQueue coarse;
    QObject object;
    std::set<TimerQueue::Clock::time_point> dues;
    for (int id = 1; id <= 1'000; ++id) {
        coarse.add(id, 10'000 + id % 16, Qt::CoarseTimer, &object);
        dues.insert(*coarse.nextDue());
        coarse.remove(id);
    }
    QVERIFY2(dues.size() <= 3, qPrintable(QString::number(dues.size()))); // on a grid of 256 ms
    QVERIFY(!coarse.nextDue());
}

// Each batch starts, moves and stops timers among others: with a sorted list the second would take a hundred
// times as long as the first.
void TestEventDispatcher::timersCostTheSameHoweverManyThereAre()
{
    QObject object;
    const auto nsPerTimer = [&object](int standing) {
        TimerQueue queue;
        for (int id = 1; id <= standing; ++id)
            queue.add(id, 10'000 + id, Qt::PreciseTimer, &object);
        QElapsedTimer clock;
        clock.start();
        constexpr int rounds = 20'000;
        for (int i = 0; i < rounds; ++i) {
            queue.add(standing + 1, 10'000 + standing / 2, Qt::PreciseTimer, &object);
            queue.remove(standing + 1);
        }
        return double(clock.nsecsElapsed()) / rounds;
    };
    nsPerTimer(100);
    const double few = nsPerTimer(100);
    const double many = nsPerTimer(10'000);
    QVERIFY2(many < 20 * few, qPrintable(u"%1 ns, %2 ns"_s.arg(few).arg(many)));
}

// Each turn would wait for ever if it did not see that something was posted.
void TestEventDispatcher::postedEventsAreHandledBeforeWaiting()
{
    QStringList order;
    const auto post = [this, &order](const QString &name) {
        QMetaObject::invokeMethod(
            this, [&order, name] { order += name; }, Qt::QueuedConnection);
    };
    post(u"before the turn"_s);
    turn(QEventLoop::WaitForMoreEvents);
    QTimer::singleShot(0, this, [&post] { post(u"in a timer's handler"_s); });
    turn(QEventLoop::WaitForMoreEvents);
    turn(QEventLoop::WaitForMoreEvents);
    const auto connection =
        connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock, this,
                [&post] { post(u"just before it blocks"_s); });
    turn(QEventLoop::WaitForMoreEvents);
    disconnect(connection);
    turn(QEventLoop::WaitForMoreEvents);
    QCOMPARE(order,
             QStringList({u"before the turn"_s, u"in a timer's handler"_s, u"just before it blocks"_s}));
}

void TestEventDispatcher::objectsAreDeletedLater()
{
    const QPointer<QObject> outer = new QObject;
    QPointer<QObject> inner;
    QEventLoop loop;
    QTimer::singleShot(0, this, [&] {
        outer->deleteLater();
        QEventLoop nested;
        QTimer::singleShot(0, this, [&] {
            inner = new QObject;
            inner->deleteLater();
        });
        QTimer::singleShot(5, &nested, &QEventLoop::quit);
        nested.exec();
        QVERIFY(!inner);
        QVERIFY(outer); // not before control returns to the loop it was asked for in
        loop.quit();
    });
    loop.exec();
    QTRY_VERIFY(!outer);
}

void TestEventDispatcher::aNestedLoopEndsByItself()
{
    QStringList order;
    QTimer::singleShot(0, this, [&] {
        QEventLoop nested;
        QTimer::singleShot(2, &nested, [&] {
            order += u"inner"_s;
            nested.quit();
        });
        nested.exec();
        order += u"outer"_s;
    });
    QTRY_COMPARE(order, QStringList({u"inner"_s, u"outer"_s}));
}

void TestEventDispatcher::anotherThreadWakesTheLoop()
{
    int received = 0;
    constexpr int sent = 10'000;
    std::unique_ptr<QThread> thread(QThread::create([this, &received] {
        for (int i = 0; i < sent; ++i)
            QMetaObject::invokeMethod(
                this, [&received] { ++received; }, Qt::QueuedConnection);
    }));
    thread->start();
    while (received < sent)
        turn(QEventLoop::WaitForMoreEvents); // hangs if a wake-up is lost
    thread->wait();
    QCOMPARE(received, sent);
}

void TestEventDispatcher::anotherThreadInterruptsTheLoop()
{
    for (int i = 0; i < 200; ++i) {
        QEventLoop loop;
        std::unique_ptr<QThread> thread(QThread::create([&loop] { loop.exit(); }));
        QTimer::singleShot(0, this, [&thread] { thread->start(); });
        loop.exec();
        thread->wait();
    }
}

void TestEventDispatcher::itWorksInOtherThreads()
{
#ifdef Q_OS_LINUX
    QThread thread;
    thread.setEventDispatcher(new EpollEventDispatcher);
    thread.start();
    QObject worker;
    worker.moveToThread(&thread);
    QSemaphore done;
    QMetaObject::invokeMethod(&worker, [&] { QTimer::singleShot(1, &worker, [&done] { done.release(); }); });
    QVERIFY(done.tryAcquire(1, 5'000));
    thread.quit();
    QVERIFY(thread.wait(5'000));
#endif
}

void TestEventDispatcher::processesAndSocketsWork()
{
    QProcess process;
    process.start(u"cat"_s, {});
    process.write("through a pipe");
    process.closeWriteChannel();
    QTRY_COMPARE(process.state(), QProcess::NotRunning);
    QCOMPARE(process.readAllStandardOutput(), QByteArray("through a pipe"));

    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QTcpSocket client;
    client.connectToHost(QHostAddress(QHostAddress::LocalHost), server.serverPort());
    QTRY_VERIFY(server.hasPendingConnections());
    QTcpSocket *peer = server.nextPendingConnection();
    const QByteArray much(20'000'000, 'm');
    peer->write(much);
    QByteArray received;
    connect(&client, &QIODevice::readyRead, &client, [&] { received += client.readAll(); });
    QTRY_COMPARE(received.size(), much.size());
    peer->close();
    QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
}

#ifdef Q_OS_LINUX

void TestEventDispatcher::init()
{
    QCOMPARE(socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, m_pair.data()), 0);
}

void TestEventDispatcher::cleanup()
{
    for (int fd : m_pair)
        ::close(fd);
}

void TestEventDispatcher::aNotifierFiresWhileItsDescriptorIsReady()
{
    QSocketNotifier notifier(m_pair[0], QSocketNotifier::Read);
    QSignalSpy spy(&notifier, &QSocketNotifier::activated);
    turn();
    QCOMPARE(spy.count(), 0);
    QCOMPARE(::write(m_pair[1], "ab", 2), 2);
    turn(QEventLoop::WaitForMoreEvents);
    turn(QEventLoop::WaitForMoreEvents); // nothing was read: it is still ready
    QCOMPARE(spy.count(), 2);
    notifier.setEnabled(false);
    turn();
    QCOMPARE(spy.count(), 2);
    notifier.setEnabled(true);
    turn();
    QCOMPARE(spy.count(), 3);
    char buffer[2];
    QCOMPARE(::read(m_pair[0], buffer, 2), 2);
    turn();
    QCOMPARE(spy.count(), 3);
}

void TestEventDispatcher::aWriteNotifierComesAndGoes()
{
    QSocketNotifier reader(m_pair[0], QSocketNotifier::Read);
    QSignalSpy readSpy(&reader, &QSocketNotifier::activated);
    {
        QSocketNotifier writer(m_pair[0], QSocketNotifier::Write);
        QSignalSpy writeSpy(&writer, &QSocketNotifier::activated);
        turn();
        QCOMPARE(writeSpy.count(), 1);
        writer.setEnabled(false);
        writer.setEnabled(true);
        turn();
        QCOMPARE(writeSpy.count(), 2);
    }
    turn();
    QCOMPARE(::write(m_pair[1], "a", 1), 1);
    turn();
    QCOMPARE(readSpy.count(), 1);
}

void TestEventDispatcher::outOfBandDataReachesTheExceptionNotifier()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QTcpSocket client;
    client.connectToHost(QHostAddress(QHostAddress::LocalHost), server.serverPort());
    QTRY_VERIFY(server.hasPendingConnections());
    QTcpSocket *peer = server.nextPendingConnection();
    QSocketNotifier notifier(peer->socketDescriptor(), QSocketNotifier::Exception);
    QSignalSpy spy(&notifier, &QSocketNotifier::activated);
    QTRY_COMPARE(client.state(), QAbstractSocket::ConnectedState);
    QCOMPARE(::send(int(client.socketDescriptor()), "!", 1, MSG_OOB), ssize_t(1));
    QTRY_VERIFY(spy.count() > 0);
    notifier.setEnabled(false);
}

void TestEventDispatcher::aHangUpReachesEverybody()
{
    QSocketNotifier reader(m_pair[0], QSocketNotifier::Read);
    QSocketNotifier writer(m_pair[0], QSocketNotifier::Write);
    QSocketNotifier exception(m_pair[0], QSocketNotifier::Exception);
    QSignalSpy readSpy(&reader, &QSocketNotifier::activated);
    QSignalSpy writeSpy(&writer, &QSocketNotifier::activated);
    QSignalSpy exceptionSpy(&exception, &QSocketNotifier::activated);
    ::close(std::exchange(m_pair[1], -1));
    turn();
    QCOMPARE(readSpy.count(), 1);
    QCOMPARE(writeSpy.count(), 1);
    QCOMPARE(exceptionSpy.count(), 1);
}

void TestEventDispatcher::aDisabledNotifierIsNotSentWhatWasReadyBefore()
{
    QSocketNotifier first(m_pair[0], QSocketNotifier::Read);
    QSocketNotifier second(m_pair[1], QSocketNotifier::Read);
    QCOMPARE(::write(m_pair[0], "a", 1), 1);
    QCOMPARE(::write(m_pair[1], "a", 1), 1);
    int activated = 0;
    for (auto [notifier, other] : {std::pair(&first, &second), std::pair(&second, &first)}) {
        connect(notifier, &QSocketNotifier::activated, other, [&activated, other] {
            ++activated;
            other->setEnabled(false);
            other->setEnabled(true); // a new registration: what was seen for the former is not its own
        });
    }
    turn();
    QCOMPARE(activated, 1);
}

void TestEventDispatcher::aDescriptorMayBeReusedInTheSameTurn()
{
    std::array<int, 2> other;
    QCOMPARE(socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, other.data()), 0);
    auto first = std::make_unique<QSocketNotifier>(m_pair[0], QSocketNotifier::Read);
    auto second = std::make_unique<QSocketNotifier>(other[0], QSocketNotifier::Read);
    QCOMPARE(::write(m_pair[1], "a", 1), 1);
    QCOMPARE(::write(other[1], "a", 1), 1);

    // Whoever comes first closes the other's descriptor and opens a quiet one that gets the same number.
    std::unique_ptr<QSocketNotifier> reused;
    int quietActivated = 0;
    int quietPeer = -1;
    const auto replace = [&](std::unique_ptr<QSocketNotifier> &victim, int &fd) {
        if (reused)
            return;
        victim.reset();
        const int number = fd;
        ::close(fd);
        std::array<int, 2> quiet;
        QCOMPARE(socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, quiet.data()), 0);
        QCOMPARE(quiet[0], number);
        quietPeer = quiet[1];
        reused = std::make_unique<QSocketNotifier>(quiet[0], QSocketNotifier::Read);
        connect(reused.get(), &QSocketNotifier::activated, this, [&quietActivated] { ++quietActivated; });
    };
    connect(first.get(), &QSocketNotifier::activated, this, [&] { replace(second, other[0]); });
    connect(second.get(), &QSocketNotifier::activated, this, [&] { replace(first, m_pair[0]); });
    turn();
    QVERIFY(reused);
    turn();
    QCOMPARE(quietActivated, 0);
    QCOMPARE(::write(quietPeer, "a", 1), 1);
    turn();
    QCOMPARE(quietActivated, 1);
    reused.reset();
    for (int fd : {other[0], other[1], quietPeer})
        ::close(fd);
}

void TestEventDispatcher::aNestedLoopServesNotifiersToo()
{
    QSocketNotifier outer(m_pair[0], QSocketNotifier::Read);
    QSocketNotifier inner(m_pair[1], QSocketNotifier::Read);
    QCOMPARE(::write(m_pair[1], "a", 1), 1);
    QStringList order;
    connect(&outer, &QSocketNotifier::activated, this, [&] {
        char byte;
        QCOMPARE(::read(m_pair[0], &byte, 1), 1);
        QCOMPARE(::write(m_pair[0], "b", 1), 1);
        turn(QEventLoop::WaitForMoreEvents);
        order += u"outer"_s;
    });
    connect(&inner, &QSocketNotifier::activated, this, [&] {
        char byte;
        QCOMPARE(::read(m_pair[1], &byte, 1), 1);
        order += u"inner"_s;
    });
    turn(QEventLoop::WaitForMoreEvents);
    QCOMPARE(order, QStringList({u"inner"_s, u"outer"_s}));
}

void TestEventDispatcher::regularFilesAreAlwaysReady()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    QSocketNotifier reader(file.handle(), QSocketNotifier::Read);
    QSocketNotifier writer(file.handle(), QSocketNotifier::Write);
    QSignalSpy readSpy(&reader, &QSocketNotifier::activated);
    QSignalSpy writeSpy(&writer, &QSocketNotifier::activated);
    turn(QEventLoop::WaitForMoreEvents);
    turn(QEventLoop::WaitForMoreEvents);
    QCOMPARE(readSpy.count(), 2);
    QCOMPARE(writeSpy.count(), 2);
    writer.setEnabled(false);
    turn();
    QCOMPARE(readSpy.count(), 3);
    QCOMPARE(writeSpy.count(), 2);
    reader.setEnabled(false);
    turn();
    QCOMPARE(readSpy.count(), 3);
}

void TestEventDispatcher::anInvalidDescriptorDisablesItsNotifier()
{
    const int fd = dup(m_pair[0]);
    QSocketNotifier notifier(fd, QSocketNotifier::Read);
    ::close(fd);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"Socket notifier for descriptor .*, disabling"_s));
    turn();
    QVERIFY(!notifier.isEnabled());
}

void TestEventDispatcher::notifiersAndTimersCanBeExcluded()
{
    QSocketNotifier notifier(m_pair[0], QSocketNotifier::Read);
    QSignalSpy spy(&notifier, &QSocketNotifier::activated);
    Ticker ticker;
    QCOMPARE(::write(m_pair[1], "a", 1), 1);
    ticker.startTimer(0);
    turn(QEventLoop::ExcludeSocketNotifiers | QEventLoop::X11ExcludeTimers);
    QCOMPARE(spy.count(), 0);
    QVERIFY(ticker.fired.isEmpty());
    turn(QEventLoop::ExcludeSocketNotifiers | QEventLoop::WaitForMoreEvents);
    QCOMPARE(spy.count(), 0);
    QCOMPARE(ticker.fired.size(), 1);
    turn(QEventLoop::X11ExcludeTimers | QEventLoop::WaitForMoreEvents);
    QCOMPARE(spy.count(), 1);
    QCOMPARE(ticker.fired.size(), 1);
}

#endif

int main(int argc, char **argv)
{
    installEventDispatcher();
    const QCoreApplication app(argc, argv);
    TestEventDispatcher test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_eventdispatcher.moc"
