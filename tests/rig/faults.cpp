// SPDX-License-Identifier: Apache-2.0
#include "rig/faults.h"

#include "support/testclient.h"

#include <QTest>

#include <csignal>
#include <sys/resource.h>

namespace Hearth::Rig {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int pauseMs = 5'000;
constexpr int serviceWithinMs = 15'000; // a database recovers from its log first

constexpr rlim_t fullAtBytes = 4'096;

bool limitFiles(qint64 process, rlim_t bytes)
{
    rlimit limit{};
    if (prlimit(pid_t(process), RLIMIT_FSIZE, nullptr, &limit) != 0)
        return false;
    limit.rlim_cur = std::min(bytes, limit.rlim_max);
    return prlimit(pid_t(process), RLIMIT_FSIZE, &limit, nullptr) == 0;
}

// How many connections the server has closed since its start because their client did not read.
int slowCloses(const Test::ServerProcess &server)
{
    const QByteArray metrics = Test::RestClient(server.url(), {}).get(u"/metrics"_s).body;
    return int(Test::figure(metrics, "messaging_websocket_slow_closes_total"));
}

} // namespace

int readyStatus(const Test::ServerProcess &server)
{
    return Test::RestClient(server.url(), {}).get(u"/ready"_s).status;
}

Faults::Faults(System system, quint32 seed, int outageSeconds)
    : m_system(system)
    , m_outageSeconds(outageSeconds)
    , m_random(seed)
{ }

QList<Faults::Fault> Faults::all() const
{
    QList<Fault> list{{"server-kill", &Faults::killServer},   {"server-restart", &Faults::restartServer},
                      {"server-pause", &Faults::pauseServer}, {"cut", &Faults::cut},
                      {"drop", &Faults::cutInTheMiddle},      {"half-open", &Faults::freeze},
                      {"slow-reader", &Faults::stopReading}};
    if (m_system.cluster)
        list.append(QList<Fault>{{"database-kill", &Faults::killDatabase},
                                 {"database-pause", &Faults::pauseDatabase},
                                 {"database-stop", &Faults::stopDatabase}});
    else
        list.append(Fault{"disk-full", &Faults::fillDisk});
    return list;
}

QStringList Faults::names() const
{
    QStringList names;
    for (const Fault &fault : all())
        names += QLatin1StringView(fault.name);
    return names;
}

void Faults::inject(Record &record, const std::function<int()> &shout)
{
    m_record = &record;
    m_shout = shout;
    changeWeather();
    QList<Fault> possible = all();
    possible.removeIf([this](const Fault &fault) {
        return !m_allowed.isEmpty() && !m_allowed.contains(QLatin1StringView(fault.name));
    });
    const Fault fault = possible[m_random.bounded(int(possible.size()))];
    note(QLatin1StringView(fault.name));
    (this->*fault.inject)();
}

void Faults::calm()
{
    m_system.proxy.setWeather(0, false);
    m_system.proxy.cutFrozen();
}

void Faults::note(const QString &text)
{
    Event event{Event::Kind::Fault};
    event.text = text;
    m_record->add(event);
    qInfo("%8.1f s  %s", double(m_record->clock.elapsed()) / 1000, qPrintable(text));
}

void Faults::changeWeather()
{
    const int delay = m_random.bounded(3) > 0 ? m_random.bounded(150) : 0;
    const bool splitting = m_random.bounded(2) > 0;
    m_system.proxy.setWeather(delay, splitting);
}

void Faults::killServer()
{
    m_system.server.kill();
    m_record->add({Event::Kind::Restarted});
    startServer();
}

void Faults::restartServer()
{
    if (!m_system.server.terminate())
        m_complaints += u"SIGTERM did not end the server with 0"_s;
    startServer();
}

void Faults::startServer()
{
    QElapsedTimer clock;
    clock.start();
    if (!m_system.server.start())
        qFatal("the server does not start again: %s", m_system.server.log().last(4'000).constData());
    note(u"serves again after %1 ms"_s.arg(clock.elapsed()));
}

void Faults::pauseServer()
{
    const auto process = pid_t(m_system.server.processId());
    ::kill(process, SIGSTOP);
    QTest::qWait(pauseMs);
    ::kill(process, SIGCONT);
    expectReady(true, serviceWithinMs);
}

void Faults::cut()
{
    m_system.proxy.cut(m_random);
}

void Faults::cutInTheMiddle()
{
    m_system.proxy.cutInTheMiddle(m_random);
}

void Faults::freeze()
{
    m_system.proxy.freeze(m_random);
    QTest::qWait(2'000 + m_random.bounded(6'000));
    m_system.proxy.cutFrozen();
}

// So much is said that the system's own buffers do not hold it: the server has to give up who does not read.
void Faults::stopReading()
{
    constexpr int fewest = 2; // the stranger, who gets nothing, and somebody else
    constexpr int mostShouts = 300; // 12 MB
    constexpr int silenceMs = 6'000; // then the clients themselves give up a silent connection
    m_system.proxy.setWeather(0, false);
    m_system.proxy.stopReading(m_random);
    const int stopped = m_system.proxy.notReading();
    const int before = slowCloses(m_system.server);
    int shouts = 0;
    QElapsedTimer clock;
    clock.start();
    while (shouts < mostShouts && !clock.hasExpired(silenceMs) && m_system.proxy.notReading() >= fewest
           && slowCloses(m_system.server) == before) {
        shouts += m_shout();
        QTest::qWait(20);
    }
    if (shouts >= mostShouts)
        m_complaints += u"the server keeps more than 12 MB for who does not read"_s;
    note(u"%1 do not read, %2 were given up after %3 long messages"_s.arg(stopped)
             .arg(slowCloses(m_system.server) - before)
             .arg(shouts));
    QTest::qWait(m_random.bounded(2'000));
    m_system.proxy.readOn();
    expectReady(true, serviceWithinMs);
}

void Faults::killDatabase()
{
    m_system.cluster->kill();
    QTest::qWait(m_random.bounded(2'000));
    if (!m_system.cluster->start())
        qFatal("PostgreSQL does not start again");
    expectReady(true, serviceWithinMs);
}

void Faults::pauseDatabase()
{
    m_system.cluster->pause();
    QTest::qWait(pauseMs);
    m_system.cluster->goOn();
    expectReady(true, serviceWithinMs);
}

void Faults::stopDatabase()
{
    m_system.cluster->stop();
    expectReady(false, 5'000);
    QTest::qWait(m_outageSeconds * 1'000);
    expectReady(false, 0);
    if (!m_system.cluster->start())
        qFatal("PostgreSQL does not start again");
    expectReady(true, serviceWithinMs);
}

// No file may be written beyond its first bytes, neither the database nor its log.
void Faults::fillDisk()
{
    const qint64 process = m_system.server.processId();
    if (!limitFiles(process, fullAtBytes))
        m_complaints += u"the disk cannot be filled"_s;
    expectReady(false, 10'000); // as soon as somebody writes
    QTest::qWait(m_outageSeconds * 1'000);
    expectReady(false, 2'000); // what still finds room in a log that began anew lets it hope for a second
    if (!limitFiles(process, RLIM_INFINITY))
        m_complaints += u"the disk cannot be emptied"_s;
    expectReady(true, serviceWithinMs);
}

void Faults::expectReady(bool ready, int withinMs)
{
    const int expected = ready ? 200 : 503;
    QElapsedTimer clock;
    clock.start();
    const auto isExpected = [&] { return readyStatus(m_system.server) == expected; };
    if (isExpected() || (withinMs > 0 && QTest::qWaitFor(isExpected, withinMs)))
        note(u"/ready answers %1 after %2 ms"_s.arg(expected).arg(clock.elapsed()));
    else
        m_complaints +=
            u"%1 s: /ready does not answer %2 within %3 ms"_s.arg(double(m_record->clock.elapsed()) / 1000)
                .arg(expected)
                .arg(withinMs);
}

} // namespace Hearth::Rig
