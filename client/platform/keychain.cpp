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

bool isLocked(QKeychain::Error error)
{
    return error == QKeychain::AccessDenied || error == QKeychain::AccessDeniedByUser;
}

// Runs a job that deletes itself. When nothing comes back in time, the job is left to end on its own: the
// desktop may be asking for a password.
QCoro::Task<Result<QPointer<QKeychain::Job>>> run(QKeychain::Job *started, QString key, Keychain *keychain)
{
    QPointer<QKeychain::Job> job(started);
    job->setInsecureFallback(false);
    job->setKey(key);
    job->start();
    const auto finished = co_await qCoro(job.data(), &QKeychain::Job::finished, watchdog);
    if (!finished && job)
        QObject::connect(job.data(), &QKeychain::Job::finished, keychain,
                         [keychain](const QKeychain::Job *late) {
                             if (late->error() == QKeychain::NoError)
                                 Q_EMIT keychain->answeredLate();
                         });
    if (!finished || !job)
        co_return fail(ErrorCode::Unavailable, QObject::tr("The keychain does not answer."));
    const QKeychain::Error error = job->error();
    if (error != QKeychain::NoError && error != QKeychain::EntryNotFound)
        co_return fail(isLocked(error) ? ErrorCode::Forbidden : ErrorCode::Unavailable, job->errorString());
    co_return job;
}

} // namespace

QCoro::Task<Result<std::optional<QString>>> Keychain::read(QString key)
{
    const auto job = co_await run(new QKeychain::ReadPasswordJob(service, this), key, this);
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
    const auto done = co_await run(job, key, this);
    if (!done)
        co_return fail(done.error());
    co_return Result<void>();
}

QCoro::Task<Result<void>> Keychain::remove(QString key)
{
    const auto done = co_await run(new QKeychain::DeletePasswordJob(service, this), key, this);
    if (!done)
        co_return fail(done.error());
    co_return Result<void>();
}

} // namespace Hearth
