// SPDX-License-Identifier: Apache-2.0
#include "core/downloads.h"

#include <QDir>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 thumbnailBytes = 2 * 1024 * 1024; // of 320 pixels square: more than any

// Ids come from the server: none of them may lead to another route.
QString routeOf(const QString &fileId)
{
    return "/api/v1/files/"_L1 + QString::fromLatin1(QUrl::toPercentEncoding(fileId));
}

} // namespace

QString Downloads::thumbnailKey(const QString &fileId)
{
    return fileId + "-thumbnail"_L1;
}

QCoro::Task<Result<QString>> Downloads::contents(File file)
{
    return fetch({file.id, {routeOf(file.id), file.size, file.sha256}, true});
}

QCoro::Task<Result<QString>> Downloads::thumbnail(File file)
{
    return fetch({thumbnailKey(file.id), {routeOf(file.id) + "/thumbnail"_L1, thumbnailBytes}});
}

QCoro::Task<Result<QString>> Downloads::fetch(Wanted wanted)
{
    const QString stored = m_cache.find(wanted.key);
    if (!stored.isEmpty())
        co_return Result<QString>(stored);
    if (m_closed)
        co_return fail(ErrorCode::Unavailable, u"The session has ended."_s);
    Answer<Result<QString>> answer;
    Running &running = m_running[wanted.key];
    running.waiting.append(answer);
    if (!running.handle) {
        running.handle = makeHandle(wanted);
        run(wanted, running.handle);
    }
    co_return co_await answer;
}

TransferPtr Downloads::makeHandle(const Wanted &wanted)
{
    if (!wanted.isSeen)
        return std::make_shared<TransferHandle>();
    m_states.set(wanted.key, {Transfer::State::Waiting, 0, wanted.source.mostBytes});
    return std::make_shared<TransferHandle>([this, key = wanted.key](qint64 done, qint64 total) {
        m_states.set(key, {Transfer::State::Running, done, total});
    });
}

QCoro::Task<void> Downloads::run(Wanted wanted, TransferPtr handle)
{
    co_await m_turns.take();
    const QString place = m_cache.place(wanted.key);
    QDir().mkpath(QFileInfo(place).path());
    const auto fetched = co_await m_transport.download(wanted.source, place, handle);
    m_turns.give();
    if (fetched)
        m_cache.clearUp();
    const auto waiting = m_running.take(wanted.key).waiting;
    if (wanted.isSeen) {
        const bool isFailure = !fetched && !handle->isCancelled();
        m_states.set(wanted.key,
                     isFailure ? Transfer{Transfer::State::Failed, 0, 0, fetched.error().detail}
                               : Transfer());
    }
    const Result<QString> answer = fetched.map([&place] { return place; });
    for (Answer<Result<QString>> one : waiting)
        one.set(answer);
}

void Downloads::cancel(const QString &fileId)
{
    const auto running = m_running.constFind(fileId);
    if (running == m_running.cend())
        m_states.set(fileId, {});
    else
        TransferPtr(running->handle)->cancel(); // which may end the entry
}

void Downloads::close()
{
    m_closed = true;
    for (const Running &running : m_running.values())
        running.handle->cancel();
    m_turns.cancel();
}

} // namespace Hearth
