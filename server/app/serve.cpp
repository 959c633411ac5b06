// SPDX-License-Identifier: Apache-2.0
#include "app/serve.h"

#include "app/log.h"
#include "app/server.h"
#include "app/shutdownsignals.h"

#include <QCoreApplication>
#include <QCoroSignal>

#include <csignal>
#include <sys/resource.h>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

// A server has a descriptor per client; the soft limit is set low for programs that use select().
void raiseFileLimit()
{
    rlimit files{};
    if (getrlimit(RLIMIT_NOFILE, &files) == 0) {
        files.rlim_cur = files.rlim_max;
        setrlimit(RLIMIT_NOFILE, &files);
    }
}

// A file that may not grow is a full disk, which is answered and not died of.
void surviveFileSizeLimit()
{
    std::signal(SIGXFSZ, SIG_IGN);
}

QString addressOf(const Config &config, quint16 port)
{
    const bool ipv6 = config.host.protocol() == QAbstractSocket::IPv6Protocol;
    return (ipv6 ? u"http://[%1]:%2"_s : u"http://%1:%2"_s).arg(config.host.toString()).arg(port);
}

int failed(const Error &error)
{
    qCCritical(lcApp).noquote() << "start_failed" << error.detail;
    return 1;
}

QCoro::Task<Result<void>> run(Server &server, Config config)
{
    const auto port = co_await server.start();
    if (!port)
        co_return fail(port.error());
    ShutdownSignals signals;
    const bool embedded = config.database.backend == DatabaseConfig::Backend::Sqlite;
    qCInfo(lcApp).noquote().nospace()
        << "listening address=" << addressOf(config, *port) << " version=" HEARTH_VERSION
        << " database=" << (embedded ? "sqlite" : "postgresql")
        << " registration=" << toName(config.registration);
    co_await qCoro(&signals, &ShutdownSignals::requested);
    qCInfo(lcApp) << "draining";
    co_await server.stop();
    qCInfo(lcApp) << "stopped";
    co_return {};
}

} // namespace

int serve(const Config &config)
{
    raiseFileLimit();
    surviveFileSizeLimit();
    auto accounts = Accounts::make(config);
    if (!accounts)
        return failed(accounts.error());
    Server server(config, std::move(*accounts));
    const auto done = QCoro::waitFor(run(server, config));
    return done ? 0 : failed(done.error());
}

} // namespace Hearth
