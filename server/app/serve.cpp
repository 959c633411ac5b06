// SPDX-License-Identifier: Apache-2.0
#include "app/serve.h"

#include "app/log.h"
#include "app/server.h"
#include "app/unixsignals.h"

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
    return (ipv6 ? u"%1://[%2]:%3"_s : u"%1://%2:%3"_s)
        .arg(config.tls.isOff() ? u"http"_s : u"https"_s, config.host.toString())
        .arg(port);
}

int failed(const Error &error)
{
    qCCritical(lcApp).noquote() << "start_failed" << error.detail;
    return 1;
}

QCoro::Task<Result<void>> run(Server &server, Config config)
{
    const UnixSignals reload({SIGHUP}); // from the beginning: by itself it would end the process
    QObject::connect(&reload, &UnixSignals::received, &reload, [&server] { server.reload(); });
    const auto port = co_await server.start();
    if (!port)
        co_return fail(port.error());
    UnixSignals shutdown({SIGTERM, SIGINT});
    const bool embedded = config.database.backend == DatabaseConfig::Backend::Sqlite;
    qCInfo(lcApp).noquote().nospace()
        << "listening address=" << addressOf(config, *port) << " version=" HEARTH_VERSION
        << " database=" << (embedded ? "sqlite" : "postgresql")
        << " registration=" << toName(config.registration);
    co_await qCoro(&shutdown, &UnixSignals::received);
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
