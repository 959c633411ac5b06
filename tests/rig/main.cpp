// SPDX-License-Identifier: Apache-2.0
// The rig: one real server under faults that follow from a seed, clients that record, and a verdict.
#include "rig/round.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QTest>

using namespace Hearth;
using namespace Hearth::Rig;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::chrono::seconds longestRound{45};
constexpr std::chrono::seconds shortestRound{15};
constexpr int sessions = 2;

struct Options {
    quint32 seed = 0;
    double minutes = 1;
    bool postgres = false;
    QStringList faults;
    int outageSeconds = 5;
    qint64 memoryMb = 300;
};

Options readOptions(const QCoreApplication &app)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Checks what Hearth promises while things break."_s);
    parser.addHelpOption();
    const QCommandLineOption seed(u"seed"_s, u"What all follows from; any, otherwise."_s, u"N"_s);
    const QCommandLineOption minutes(u"minutes"_s, u"How long traffic goes on (1)."_s, u"M"_s, u"1"_s);
    const QCommandLineOption database(u"database"_s, u"sqlite (default) or postgresql."_s, u"NAME"_s,
                                      u"sqlite"_s);
    const QCommandLineOption faults(u"faults"_s, u"Only these, separated by commas."_s, u"NAMES"_s);
    const QCommandLineOption outage(u"outage"_s, u"How long a database is away or a disk full (5)."_s,
                                    u"SECONDS"_s, u"5"_s);
    const QCommandLineOption memory(u"memory"_s, u"What the server may take at most (300)."_s, u"MB"_s,
                                    u"300"_s);
    parser.addOptions({seed, minutes, database, faults, outage, memory});
    parser.process(app);
    Options options;
    options.seed = parser.isSet(seed) ? parser.value(seed).toUInt() : QRandomGenerator::system()->generate();
    options.minutes = parser.value(minutes).toDouble();
    options.postgres = parser.value(database) == "postgresql"_L1;
    if (!options.postgres && parser.value(database) != "sqlite"_L1)
        parser.showHelp(2);
    options.faults = parser.value(faults).split(u',', Qt::SkipEmptyParts);
    options.outageSeconds = parser.value(outage).toInt();
    options.memoryMb = parser.value(memory).toLongLong();
    return options;
}

// Resident memory of a process in MB; 0 when it is not there.
qint64 residentMb(qint64 process)
{
    QFile file(u"/proc/%1/statm"_s.arg(process));
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLongLong() * 4 / 1024 : 0;
}

// Rounds until the time is over, or a promise is broken.
class Run
{
public:
    explicit Run(const Options &options)
        : m_options(options)
        , m_cluster(options.postgres ? std::make_unique<Cluster>() : nullptr)
        , m_server(m_cluster ? m_cluster->url() : QString())
    {
        if (!m_server.start())
            qFatal("the server does not start: %s", m_server.log().constData());
        m_proxy = std::make_unique<FaultyProxy>(quint16(m_server.url().port()));
        QObject::connect(&m_watch, &QTimer::timeout, &m_watch,
                         [this] { m_mostMb = std::max(m_mostMb, residentMb(m_server.processId())); });
        m_watch.start(500);
    }

    int run()
    {
        Faults faults({m_server, m_cluster.get(), *m_proxy}, m_options.seed, m_options.outageSeconds);
        faults.allow(m_options.faults);
        const QUrl address(u"http://127.0.0.1:%1"_s.arg(m_proxy->serverPort()));
        for (int i = 0; i < sessions; ++i)
            m_sessions.push_back(
                std::make_unique<SessionClient>(u"session-%1"_s.arg(i), m_server.url(), address));
        QElapsedTimer clock;
        clock.start();
        bool good = true;
        const auto left = [&] {
            return std::chrono::seconds(qint64(m_options.minutes * 60) - clock.elapsed() / 1'000);
        };
        for (int number = 1; good && (number == 1 || left() >= shortestRound); ++number) {
            Round round({m_server, address, m_sessions, faults}, number, m_options.seed + quint32(number));
            good = report(round, number, std::clamp(left(), shortestRound, longestRound));
        }
        for (const QString &complaint : faults.complaints())
            qWarning("complaint: %s", qPrintable(complaint));
        const bool small = m_mostMb <= m_options.memoryMb;
        if (!small)
            qWarning("promise 9: the server took %lld MB", m_mostMb);
        good = good && small && faults.complaints().isEmpty();
        qInfo("%s: seed %u, %s, %.1f minutes, %lld messages acknowledged, %lld MB at most",
              good ? "GOOD" : "BROKEN", m_options.seed, m_options.postgres ? "postgresql" : "sqlite",
              double(clock.elapsed()) / 60'000, qint64(m_acknowledged), m_mostMb);
        if (!good && qEnvironmentVariableIsSet("HEARTH_RIG_LOG"))
            qInfo("%s", m_server.log().constData());
        return good ? 0 : 1;
    }

private:
    bool report(Round &round, int number, std::chrono::seconds length)
    {
        QString why;
        const QList<Violation> violations = round.run(length, &why);
        m_acknowledged += round.acknowledged();
        if (!why.isEmpty()) {
            qWarning("round %d does not settle:\n%s", number, qPrintable(why));
            return false;
        }
        qInfo("round %d: %lld messages acknowledged, %zu events", number, qint64(round.acknowledged()),
              round.record().events.size());
        if (!violations.isEmpty())
            qWarning("%s", qPrintable(describe(violations)));
        return violations.isEmpty() && round.acknowledged() > 0;
    }

    const Options m_options;
    const std::unique_ptr<Cluster> m_cluster;
    ServerProcess m_server;
    std::unique_ptr<FaultyProxy> m_proxy;
    std::vector<std::unique_ptr<SessionClient>> m_sessions;
    QTimer m_watch;
    qint64 m_mostMb = 0;
    qsizetype m_acknowledged = 0;
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    app.setApplicationName(u"hearth-rig"_s);
    qSetMessagePattern(u"%{message}"_s);
    const Options options = readOptions(app);
    qInfo("seed %u", options.seed);
    return Run(options).run();
}
