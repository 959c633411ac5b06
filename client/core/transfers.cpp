// SPDX-License-Identifier: Apache-2.0
#include "core/transfers.h"

#include "core/filenames.h"
#include "core/transfers_p.h"
#include "util/poolwork.h"
#include "util/uuid.h"

#include <QDir>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

// Into place in one step: what stood there before stays when the copy fails.
Result<void> copyInto(const QString &from, const QString &to)
{
    QDir().mkpath(QFileInfo(to).path());
    const QString beside = to + u'.' + uuidV7().last(12);
    const bool copied = QFile::copy(from, beside);
    if (copied)
        QFile::setPermissions(beside, QFile::ReadOwner | QFile::WriteOwner);
    if (copied && (!QFile::exists(to) || QFile::remove(to)) && QFile::rename(beside, to))
        return {};
    QFile::remove(beside);
    return fail(ErrorCode::Internal, u"\"%1\" cannot be written."_s.arg(QDir::toNativeSeparators(to)));
}

} // namespace

QStringList Transfers::Private::folders()
{
    return {u"files"_s, u"outgoing"_s, u"opened"_s};
}

Transfers::Private::Private(const Parts &parts)
    : cache(parts.folder + "/files"_L1)
    , transport(parts.http, parts.credentials)
    , uploads({transport, cache, states, parts.store, parts.connection, parts.timing},
              parts.folder + "/outgoing"_L1)
    , downloads(transport, cache, states)
    , opened(parts.folder + "/opened"_L1)
{
    copying.setMaxThreadCount(1);
    forgetOpened();
}

QCoro::Task<void> Transfers::Private::forgetOpened()
{
    PoolWork removing(copying, [folder = opened] { return QDir(folder).removeRecursively(); });
    co_await removing;
}

void Transfers::Private::close()
{
    closed = true;
    downloads.close();
    uploads.close();
    copying.waitForDone();
    HandoverBase::deliver();
}

Transfers::Transfers(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{
    connect(&d->states, &TransferStates::changed, this, &Transfers::changed);
    connect(&d->uploads, &Uploads::retired, this, &Transfers::becameFile);
}

Transfers::~Transfers() = default;

Transfer Transfers::of(const QString &fileId) const
{
    return d->states.of(fileId);
}

std::optional<qint64> Transfers::fileLimit() const
{
    return d->uploads.limit();
}

QCoro::Task<Result<QString>> Transfers::fetch(File file)
{
    const QString own = d->uploads.path(file.id);
    if (!own.isEmpty())
        co_return Result<QString>(own);
    co_return co_await d->downloads.contents(file);
}

QCoro::Task<Result<QString>> Transfers::fetchThumbnail(File file)
{
    return d->downloads.thumbnail(std::move(file));
}

void Transfers::cancel(const QString &fileId)
{
    d->downloads.cancel(fileId);
}

QCoro::Task<Result<void>> Transfers::saveAs(File file, QString path)
{
    return copy(std::move(file), std::move(path));
}

QCoro::Task<Result<QString>> Transfers::copyToOpen(File file)
{
    const QString path = d->opened + u'/' + uuidV7() + u'/' + safeFileName(file.name);
    const auto copied = co_await copy(file, path);
    co_return copied.map([&path] { return path; });
}

QCoro::Task<Result<void>> Transfers::copy(File file, QString path)
{
    const auto contents = co_await fetch(file);
    if (!contents)
        co_return fail(contents.error());
    if (d->closed)
        co_return fail(ErrorCode::Unavailable, u"The session has ended."_s);
    PoolWork copying(d->copying, [from = *contents, path] { return copyInto(from, path); });
    co_return co_await copying;
}

} // namespace Hearth
