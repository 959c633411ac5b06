// SPDX-License-Identifier: Apache-2.0
#include "core/storethread.h"

#include "core/storefile.h"

#include <QFile>

#include <utility>

namespace Hearth {

StoreThread::StoreThread(QString folder)
    : m_folder(std::move(folder))
{
    m_thread.setMaxThreadCount(1);
    m_thread.setExpiryTimeout(-1);
}

StoreThread::~StoreThread()
{
    close();
}

QCoro::Task<Result<std::optional<Error>>> StoreThread::open()
{
    m_open = true;
    PoolWork opening(m_thread, [this] { return openHere(); });
    const auto opened = co_await opening;
    if (!opened)
        close();
    co_return opened;
}

void StoreThread::close()
{
    if (!std::exchange(m_open, false))
        return;
    PoolWork closing(m_thread, [this] { return shutDownHere(); });
    closing.start();
    m_thread.waitForDone();
    HandoverBase::deliver();
}

Error StoreThread::closed()
{
    return {ErrorCode::Unavailable, QStringLiteral("The local data is closed."), {}, {}};
}

Result<std::optional<Error>> StoreThread::openHere()
{
    auto files = openStoreFiles(m_folder, m_name);
    if (!files)
        return fail(std::move(files.error()));
    m_sql = std::make_unique<Sql>(files->db);
    return std::move(files->mended);
}

void StoreThread::noteDamage()
{
    if (m_sql->sawDamage())
        QFile(damageMarker(m_folder)).open(QIODevice::WriteOnly);
}

bool StoreThread::shutDownHere()
{
    m_sql.reset();
    QSqlDatabase::removeDatabase(m_name);
    return true;
}

} // namespace Hearth
