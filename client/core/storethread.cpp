// SPDX-License-Identifier: Apache-2.0
#include "core/storethread.h"

#include "core/storefile.h"

#include <QCoreApplication>
#include <QFile>

namespace Hearth {

StoreThread::StoreThread(QString folder)
    : m_folder(std::move(folder))
    , m_jobs(new QObject)
{
    m_jobs->moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("local store"));
}

StoreThread::~StoreThread()
{
    close();
}

QCoro::Task<Result<std::optional<Error>>> StoreThread::open()
{
    m_thread.start();
    Answer<Result<std::optional<Error>>> answer;
    QMetaObject::invokeMethod(
        m_jobs.get(),
        [this, answer]() {
            reply([answer, result = openHere()]() mutable { answer.set(std::move(result)); });
        },
        Qt::QueuedConnection);
    const auto opened = co_await answer;
    if (!opened)
        close();
    co_return opened;
}

void StoreThread::close()
{
    if (!m_thread.isRunning())
        return;
    QMetaObject::invokeMethod(
        m_jobs.get(), [this] { shutDownHere(); }, Qt::QueuedConnection);
    m_thread.wait();
    QCoreApplication::sendPostedEvents(&m_replies);
}

void StoreThread::post(std::function<void(Sql &)> job)
{
    QMetaObject::invokeMethod(
        m_jobs.get(),
        [this, job = std::move(job)] {
            job(*m_sql);
            if (m_sql->sawDamage())
                QFile(damageMarker(m_folder)).open(QIODevice::WriteOnly);
        },
        Qt::QueuedConnection);
}

void StoreThread::shutDownHere()
{
    m_sql.reset();
    QSqlDatabase::removeDatabase(m_name);
    m_thread.quit();
}

void StoreThread::reply(std::function<void()> result)
{
    QMetaObject::invokeMethod(&m_replies, std::move(result), Qt::QueuedConnection);
}

Result<std::optional<Error>> StoreThread::openHere()
{
    auto files = openStoreFiles(m_folder, m_name);
    if (!files)
        return fail(std::move(files.error()));
    m_sql = std::make_unique<Sql>(files->db);
    return std::move(files->mended);
}

} // namespace Hearth
