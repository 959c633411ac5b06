// SPDX-License-Identifier: Apache-2.0
#include "app/readiness.h"

#include "app/hostchecks.h"
#include "app/log.h"
#include "util/poolwork.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::chrono::seconds interval{1};

QByteArray summary(const QList<Dependency> &dependencies)
{
    QByteArray text;
    for (const Dependency &one : dependencies)
        text += ' ' + one.name + '=' + one.state.toUtf8();
    return text;
}

} // namespace

Readiness::Readiness(Database &database, QString folder)
    : m_database(database)
    , m_folder(std::move(folder))
{
    m_pool.setMaxThreadCount(1);
    m_timer.setInterval(interval);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { check(); });
}

Readiness::~Readiness() = default;

void Readiness::start()
{
    m_timer.start();
    check();
}

void Readiness::check()
{
    lookAtDisk();
    if (m_database.isAvailable() && !m_database.acceptsWrites() && !m_asking)
        askDatabase();

    const QList<Dependency> all = dependencies();
    const QByteArray state = summary(all);
    if (state == std::exchange(m_logged, state))
        return;
    if (std::ranges::all_of(all, &Dependency::usable))
        qCInfo(lcApp).noquote().nospace() << "ready" << state;
    else
        qCWarning(lcApp).noquote().nospace() << "not_ready" << state;
}

QCoro::Task<> Readiness::lookAtDisk()
{
    const auto disk = m_disk;
    if (std::exchange(disk->looking, true))
        co_return;
    PoolWork look(m_pool, [folder = m_folder] { return freeSpace(folder); });
    disk->free = (co_await look).value_or(std::numeric_limits<qint64>::max());
    disk->looking = false;
}

QCoro::Task<> Readiness::askDatabase()
{
    m_asking = true;
    co_await m_database.tryToWrite();
    m_asking = false;
}

QList<Dependency> Readiness::dependencies() const
{
    const bool available = m_database.isAvailable();
    const bool writable = m_database.acceptsWrites();
    const qint64 free = m_disk->free;
    // With PostgreSQL the messages are elsewhere, and only uploads fail.
    const bool hasRoom = free > noSpace || m_database.backend() != DatabaseConfig::Backend::Sqlite;
    return {
        {"database", available ? (writable ? u"up"_s : u"read_only"_s) : u"down"_s, available && writable},
        {"disk",
         free > lowSpace      ? u"up"_s
             : free > noSpace ? u"low"_s
                              : u"full"_s,
         hasRoom}};
}

} // namespace Hearth
