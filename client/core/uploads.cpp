// SPDX-License-Identifier: Apache-2.0
#include "core/uploads.h"

#include "core/connection.h"
#include "core/filesize.h"
#include "core/localstore.h"
#include "core/permanent.h"
#include "util/poolwork.h"

#include <QDir>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

// Where the file system can, both share their blocks.
Result<void> copyFile(const QString &from, const QString &to)
{
    QDir().mkpath(QFileInfo(to).path());
    QFile::remove(to); // of an attempt that was interrupted
    QFile original(from);
    if (original.copy(to) && QFile::setPermissions(to, QFile::ReadOwner | QFile::WriteOwner))
        return {};
    QFile::remove(to);
    const QString name = QFileInfo(from).fileName();
    if (!original.exists())
        return fail(ErrorCode::NotFound, u"The file \"%1\" is not there any more."_s.arg(name));
    return fail(ErrorCode::NotFound,
                u"The file \"%1\" cannot be copied: %2"_s.arg(name, original.errorString()));
}

} // namespace

Uploads::Uploads(Parts parts, QString folder)
    : m_parts(parts)
    , m_folder(std::move(folder))
{
    m_copying.setMaxThreadCount(1);
}

void Uploads::load(const QList<OutgoingAttachment> &attachments)
{
    QSet<QString> known;
    for (const OutgoingAttachment &attachment : attachments)
        known.insert(attachment.id);
    QDir folder(m_folder);
    for (const QString &name : folder.entryList(QDir::Files)) {
        if (!known.contains(name))
            folder.remove(name);
    }
}

void Uploads::start(const OutgoingAttachment &attachment)
{
    if (m_closed || !attachment.fileId.isEmpty() || m_running.contains(attachment.id))
        return;
    if (!attachment.copied)
        m_originals.insert(attachment.id, attachment.file.path);
    const auto report = [this, id = attachment.id](qint64 done, qint64 total) {
        m_parts.states.set(id, {Transfer::State::Running, done, total});
    };
    const auto handle = std::make_shared<TransferHandle>(report);
    m_running.insert(attachment.id, handle);
    m_parts.states.set(attachment.id, {Transfer::State::Waiting, 0, attachment.file.size});
    run(attachment, handle);
}

QString Uploads::path(const QString &id) const
{
    const QString original = m_originals.value(id);
    if (!original.isEmpty())
        return original;
    const QString copy = placeOf(id);
    return QFile::exists(copy) ? copy : QString();
}

QCoro::Task<void> Uploads::run(OutgoingAttachment attachment, TransferPtr handle)
{
    const QString id = attachment.id;
    const auto fileId = co_await bring(attachment, handle);
    if (handle->isCancelled())
        co_return; // whoever did so has cleared up
    m_running.remove(id);
    if (fileId) {
        m_parts.states.set(id, {});
        Q_EMIT uploaded(id, *fileId);
    } else if (isPermanent(fileId.error())) {
        m_parts.states.set(id, {Transfer::State::Failed, 0, attachment.file.size, fileId.error().detail});
        Q_EMIT failed(id, fileId.error());
    } else {
        m_parts.states.set(id, {Transfer::State::Waiting, 0, attachment.file.size});
    }
}

// The id that the server gives it; `unavailable` when that has to wait for a connection.
QCoro::Task<Result<QString>> Uploads::bring(OutgoingAttachment attachment, TransferPtr handle)
{
    if (m_limit && attachment.file.size > *m_limit) {
        const QString most = sizeText(*m_limit);
        co_return fail(ErrorCode::TooLarge, u"The server takes files of at most %1."_s.arg(most));
    }
    const auto ours = co_await copy(attachment);
    if (!ours)
        co_return fail(ours.error());
    OutgoingFile file = attachment.file;
    file.path = placeOf(attachment.id);
    while (m_parts.connection.isReady() && !handle->isCancelled()) {
        co_await m_turns.take();
        const auto sent = co_await m_parts.transport.upload(file, handle);
        m_turns.give();
        if (sent && !handle->isCancelled()) {
            co_await m_parts.store.setAttachmentUploaded(attachment.id, sent->id);
            co_return Result<QString>(sent->id);
        }
        if (!sent && isPermanent(sent.error()))
            co_return fail(sent.error());
        if (!sent && !handle->isCancelled()) {
            const auto delay = sent.error().retryAfterMs;
            co_await m_pauses.wait(delay ? Timing::ms(*delay) : m_parts.timing.retryAfter);
        }
    }
    co_return fail(ErrorCode::Unavailable, u"It is sent when you are back online."_s);
}

QCoro::Task<Result<void>> Uploads::copy(OutgoingAttachment attachment)
{
    const QString place = placeOf(attachment.id);
    if (!attachment.copied) {
        PoolWork copying(m_copying, [from = attachment.file.path, place] { return copyFile(from, place); });
        const auto done = co_await copying;
        if (!done)
            co_return fail(done.error());
        if (!m_originals.remove(attachment.id)) { // retired meanwhile
            QFile::remove(place);
            co_return fail(ErrorCode::NotFound, u"Not wanted any more."_s);
        }
        co_await m_parts.store.setAttachmentCopied(attachment.id);
        Q_EMIT copied(attachment.id);
    } else if (!QFile::exists(place)) {
        co_return fail(ErrorCode::NotFound, u"The copy of \"%1\" is lost."_s.arg(attachment.file.name));
    }
    co_return Result<void>();
}

void Uploads::retire(const QList<OutgoingAttachment> &attachments)
{
    for (const OutgoingAttachment &attachment : attachments) {
        const QString id = attachment.id;
        if (const TransferPtr handle = m_running.take(id))
            handle->cancel();
        m_originals.remove(id);
        if (attachment.fileId.isEmpty() || !m_parts.cache.adopt(placeOf(id), attachment.fileId))
            QFile::remove(placeOf(id));
        m_parts.states.set(id, {});
        if (!attachment.fileId.isEmpty())
            Q_EMIT retired(id, attachment.fileId);
    }
}

void Uploads::close()
{
    m_closed = true;
    for (const TransferPtr &handle : m_running.values())
        handle->cancel();
    m_turns.cancel();
    m_pauses.cancel();
    m_copying.waitForDone();
    HandoverBase::deliver();
}

} // namespace Hearth
