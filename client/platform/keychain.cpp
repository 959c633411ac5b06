// SPDX-License-Identifier: Apache-2.0
#include "platform/keychain.h"

#include <QCoroSignal>
#include <QPointer>

#include <qt6keychain/keychain.h>

#include <chrono>

namespace Hearth {

using namespace std::chrono_literals;

namespace {

constexpr auto watchdog = 5s;
const QString service = QStringLiteral("hearth");

// Runs a job that deletes itself. When nothing comes back in time, the job is left to end on its own.
QCoro::Task<Result<QPointer<QKeychain::Job>>> run(QKeychain::Job *started, QString key)
{
    QPointer<QKeychain::Job> job(started);
    job->setInsecureFallback(false);
    job->setKey(key);
    job->start();
    const auto finished = co_await qCoro(job.data(), &QKeychain::Job::finished, watchdog);
    if (!finished || !job)
        co_return fail(ErrorCode::Unavailable, QObject::tr("The keychain does not answer."));
    const QKeychain::Error error = job->error();
    if (error != QKeychain::NoError && error != QKeychain::EntryNotFound)
        co_return fail(ErrorCode::Unavailable, job->errorString());
    co_return job;
}

} // namespace

QCoro::Task<Result<std::optional<QString>>> Keychain::read(QString key)
{
    const auto job = co_await run(new QKeychain::ReadPasswordJob(service, this), key);
    if (!job)
        co_return fail(job.error());
    if ((*job)->error() == QKeychain::EntryNotFound)
        co_return std::nullopt;
    co_return static_cast<QKeychain::ReadPasswordJob *>(job->data())->textData();
}

QCoro::Task<Result<void>> Keychain::write(QString key, QString secret)
{
    auto *job = new QKeychain::WritePasswordJob(service, this);
    job->setTextData(secret);
    const auto done = co_await run(job, key);
    if (!done)
        co_return fail(done.error());
    co_return Result<void>();
}

QCoro::Task<Result<void>> Keychain::remove(QString key)
{
    const auto done = co_await run(new QKeychain::DeletePasswordJob(service, this), key);
    if (!done)
        co_return fail(done.error());
    co_return Result<void>();
}

} // namespace Hearth
