// SPDX-License-Identifier: Apache-2.0
#include "storage/database.h"

#include "storage/migrations.h"
#include "storage/sql.h"
#include "storage/workerpool.h"
#include "util/poolwork.h"

#include <QUrl>
#include <QUrlQuery>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<DatabaseConfig> parsePostgresUrl(const QUrl &url)
{
    DatabaseConfig config;
    config.backend = DatabaseConfig::Backend::PostgreSql;
    config.host = url.host(QUrl::FullyDecoded);
    config.port = url.port(config.port);
    config.user = url.userName(QUrl::FullyDecoded);
    config.password = url.password(QUrl::FullyDecoded);
    config.name = url.path(QUrl::FullyDecoded).mid(1);
    if (!url.isValid() || config.host.isEmpty() || config.name.isEmpty())
        return fail(ErrorCode::InvalidField, u"Expected postgres://user:password@host:port/database."_s);
    for (const auto &[key, value] : QUrlQuery(url).queryItems(QUrl::FullyDecoded)) {
        if (key != "sslmode"_L1)
            return fail(ErrorCode::InvalidField,
                        u"Unknown parameter of the database address: %1."_s.arg(key));
        // libpq, "SSL Mode Descriptions"
        static const QStringList modes{u"disable"_s, u"allow"_s,     u"prefer"_s,
                                       u"require"_s, u"verify-ca"_s, u"verify-full"_s};
        if (!modes.contains(value))
            return fail(ErrorCode::InvalidField, u"sslmode must be one of: %1."_s.arg(modes.join(u", "_s)));
        config.sslMode = value;
    }
    return config;
}

} // namespace

Result<DatabaseConfig> parseDatabaseUrl(const QString &url)
{
    if (url.startsWith("sqlite:"_L1)) {
        DatabaseConfig config;
        config.sqlitePath = url.mid(7);
        if (config.sqlitePath.isEmpty())
            return fail(ErrorCode::InvalidField, u"Expected sqlite: and the path of a file."_s);
        return config;
    }
    if (url.startsWith("postgres://"_L1) || url.startsWith("postgresql://"_L1))
        return parsePostgresUrl(QUrl(url));
    return fail(ErrorCode::InvalidField, u"The database address must begin with postgres:// or sqlite:."_s);
}

namespace {

constexpr int searchers = 2;

} // namespace

struct Database::Private {
    DatabaseConfig config;
    Observer observer = {};
    QString epoch = {};
    std::unique_ptr<WorkerPool> readers = {};
    std::unique_ptr<WorkerPool> searchers = {};
    std::unique_ptr<WorkerPool> writer = {}; // one thread: commits are answered in their order
};

Database::Database(DatabaseConfig config)
    : d(std::make_unique<Private>(Private{std::move(config)}))
{ }

Database::~Database() = default;

QCoro::Task<Result<void>> Database::open()
{
    QThreadPool thread;
    PoolWork migration(thread, [config = d->config] { return migrate(config); });
    const Result<MigrationStatus> status = co_await migration;
    if (!status)
        co_return fail(status.error());
    d->epoch = status->epoch;
    d->writer = std::make_unique<WorkerPool>(d->config, Access::Write, 1, d->observer);
    d->readers = std::make_unique<WorkerPool>(d->config, Access::Read, d->config.readers, d->observer);
    d->searchers = std::make_unique<WorkerPool>(d->config, Access::Search, searchers, d->observer);
    // Whoever is told that the database is open finds it available.
    const auto nothing = [](Sql &) -> Result<void> { return {}; };
    if (const Result<void> ready = co_await write(nothing); !ready)
        co_return ready;
    co_return co_await query(nothing);
}

void Database::post(Lane lane, Work work, Answer answer)
{
    switch (lane) {
    case Lane::Query: d->readers->post({Isolation::Statement, std::move(work), std::move(answer)}); break;
    case Lane::Read: d->readers->post({Isolation::Snapshot, std::move(work), std::move(answer)}); break;
    case Lane::Write:
    case Lane::WriteBatch: d->writer->post({Isolation::Write, std::move(work), std::move(answer)}); break;
    case Lane::Search: d->searchers->post({Isolation::Snapshot, std::move(work), std::move(answer)}); break;
    case Lane::WriteLater:
        d->writer->postLater({Isolation::Write, std::move(work), std::move(answer)});
        break;
    }
}

bool Database::isAvailable() const
{
    return d->writer && d->writer->isAvailable() && d->readers->isAvailable();
}

bool Database::acceptsWrites() const
{
    return d->writer && !d->writer->isRefused();
}

QCoro::Task<Result<void>> Database::tryToWrite()
{
    return writeLater([](Sql &sql) -> Result<void> {
        sql.run(u"UPDATE meta SET value = value WHERE key = 'epoch'"_s);
        return {};
    });
}

QString Database::epoch() const
{
    return d->epoch;
}

DatabaseConfig::Backend Database::backend() const
{
    return d->config.backend;
}

void Database::setObserver(Observer observer)
{
    d->observer = std::move(observer);
}

} // namespace Hearth
