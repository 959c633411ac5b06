// SPDX-License-Identifier: Apache-2.0
#include "faketransfers.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

struct Transfers::Private {
    Test::FakeTransfers fake;
};

namespace {

// Lives and goes with its session.
struct TransfersHolder : QObject {
    explicit TransfersHolder(Session &session)
        : QObject(&session)
        , parts(new Transfers::Private)
        , transfers(std::unique_ptr<Transfers::Private>(parts))
    { }

    Transfers::Private *const parts;
    Transfers transfers;
};

TransfersHolder &transfersHolderOf(Session &session)
{
    for (QObject *child : session.children()) {
        if (auto *holder = dynamic_cast<TransfersHolder *>(child))
            return *holder;
    }
    return *new TransfersHolder(session);
}

} // namespace

namespace Test {

FakeTransfers &transfersOf(Session &session)
{
    return transfersHolderOf(session).parts->fake;
}

void setTransfer(Session &session, const QString &fileId, const Transfer &transfer)
{
    transfersOf(session).states.insert(fileId, transfer);
    Q_EMIT session.transfers().changed(fileId);
}

void answerAll(Session &session)
{
    transfersOf(session).waits = false;
    for (Answer<bool> answer : std::exchange(transfersOf(session).waiting, {}))
        answer.set(true);
}

} // namespace Test

Transfers &Session::transfers()
{
    return transfersHolderOf(*this).transfers;
}

Transfers::Transfers(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{ }
Transfers::~Transfers() = default;

Transfer Transfers::of(const QString &fileId) const
{
    return d->fake.states.value(fileId);
}
std::optional<qint64> Transfers::fileLimit() const
{
    return d->fake.limit;
}
QCoro::Task<Result<QString>> Transfers::fetch(File file)
{
    d->fake.asked.append(u"fetch "_s + file.id);
    if (d->fake.waits) {
        Answer<bool> answer;
        d->fake.waiting.append(answer);
        co_await answer;
    }
    const QString path = d->fake.paths.value(file.id);
    if (path.isEmpty())
        co_return fail(ErrorCode::NotFound, u"The server does not have it."_s);
    co_return Result<QString>(path);
}
QCoro::Task<Result<QString>> Transfers::fetchThumbnail(File file)
{
    return fetch(std::move(file));
}
void Transfers::cancel(const QString &fileId)
{
    d->fake.asked.append(u"cancel "_s + fileId);
}
QCoro::Task<Result<void>> Transfers::saveAs(File file, QString path)
{
    d->fake.asked.append(u"save %1 %2"_s.arg(file.id, path));
    co_return Result<void>();
}
QCoro::Task<Result<QString>> Transfers::copyToOpen(File file)
{
    d->fake.asked.append(u"open "_s + file.id);
    return fetch(std::move(file));
}

} // namespace Hearth
