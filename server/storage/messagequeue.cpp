// SPDX-License-Identifier: Apache-2.0
#include "storage/messagequeue.h"

#include <QCoroTimer>

#include <vector>

namespace Hearth {

using namespace std::chrono_literals;

namespace {

constexpr qsizetype largestBatch = 500;
constexpr qsizetype largestBatchBytes = 4 * 1024 * 1024; // a statement has its text several times on its way
// What is stored in well under a second on a machine that stores the 5 000 messages a second that one may
// expect, so that a sender hears soon whether it worked, and others do not wait behind a flood.
constexpr size_t mostWaiting = 8 * largestBatch;
constexpr qsizetype mostBytes = 32 * 1024 * 1024;
constexpr int comeAgainMs = 1'000;
constexpr auto answeringAtOnce = 4ms; // then it is others' turn in the event loop
constexpr int attempts = 3; // at a batch in which another instance stored the same key meanwhile
constexpr auto pauseBetweenReads = 100ms;

Error overloaded()
{
    return {ErrorCode::Unavailable,
            QStringLiteral("More messages are coming than can be stored."),
            {},
            comeAgainMs};
}

qsizetype sizeOf(const MessageInsert &message)
{
    return message.draft.content.size() * qsizetype(sizeof(QChar));
}

AppendAnswers allFailed(qsizetype count, const Error &error)
{
    AppendAnswers answers;
    for (qsizetype i = 0; i < count; ++i)
        answers.append(fail(error));
    return answers;
}

} // namespace

bool MessageQueue::Stored::await_ready() const
{
    if (queue.m_closed || queue.m_readingBack)
        return true;
    if (!queue.isFull())
        return false;
    entry.answer = fail(overloaded());
    return true;
}

void MessageQueue::Stored::await_suspend(std::coroutine_handle<> waiting)
{
    entry.waiting = waiting;
    queue.m_bytes += sizeOf(entry.message);
    queue.m_entries.push_back(&entry);
    if (!queue.m_committing)
        queue.commitQueued(); // the database never answers before this returns
}

MessageQueue::MessageQueue(Database &db)
    : m_db(db)
{
    m_answerMore.setSingleShot(true);
    QObject::connect(&m_answerMore, &QTimer::timeout, &m_answerMore, [this] { answerSome(); });
}

bool MessageQueue::isFull() const
{
    return m_entries.size() + m_answered.size() >= mostWaiting || m_bytes >= mostBytes;
}

void MessageQueue::close()
{
    m_closed = true;
    m_bytes = 0;
    m_answered.insert(m_answered.end(), m_entries.begin(), m_entries.end());
    m_entries.clear();
    answerSome();
}

QCoro::Task<> MessageQueue::commitQueued()
{
    const std::shared_ptr<MessageQueue> self = shared_from_this();
    m_committing = true;
    while (!m_entries.empty()) {
        std::vector<Entry *> entries;
        QList<MessageInsert> messages;
        qsizetype bytes = 0;
        while (!m_entries.empty() && messages.size() < largestBatch && bytes < largestBatchBytes) {
            entries.push_back(m_entries.front());
            m_entries.pop_front();
            bytes += sizeOf(entries.back()->message);
            messages.append(std::move(entries.back()->message));
        }
        m_bytes -= bytes;

        const auto batch = std::make_shared<const QList<MessageInsert>>(std::move(messages));
        const QCoro::Task<AppendAnswers> committed = commit(batch);
        answerSome(); // those before, while the database works
        AppendAnswers answers = co_await committed;
        for (size_t i = 0; i < entries.size(); ++i)
            entries[i]->answer = std::move(answers[qsizetype(i)]);
        m_answered.insert(m_answered.end(), entries.begin(), entries.end());
    }
    m_committing = false;
    answerSome();
}

// In their order, and some of them at a time: each is told to all who hear of the message. Once it is closed,
// all, as nobody will come back to them.
void MessageQueue::answerSome()
{
    answer(QDeadlineTimer(answeringAtOnce));
}

void MessageQueue::answerAll()
{
    answer(QDeadlineTimer(QDeadlineTimer::Forever));
}

void MessageQueue::answer(QDeadlineTimer enough)
{
    const std::shared_ptr<MessageQueue> self = shared_from_this();
    while (!m_answered.empty() && (m_closed || !enough.hasExpired())) {
        Entry *entry = m_answered.front();
        m_answered.pop_front();
        entry->waiting.resume();
    }
    if (!m_answered.empty())
        m_answerMore.start();
}

QCoro::Task<Result<AppendAnswers>> MessageQueue::store(Batch batch, Flag written)
{
    return m_db.writeBatch([batch, written](Sql &sql) -> Result<AppendAnswers> {
        AppendAnswers answers = MessageBatch(sql, *batch).store();
        *written = !sql.failed();
        return answers;
    });
}

QCoro::Task<Result<AppendAnswers>> MessageQueue::find(Batch batch)
{
    return m_db.writeBatch(
        [batch](Sql &sql) -> Result<AppendAnswers> { return MessageBatch(sql, *batch).readBack(); });
}

QCoro::Task<AppendAnswers> MessageQueue::commit(Batch batch)
{
    Error error = databaseAway();
    for (int count = 0; count < attempts && !m_closed; ++count) {
        // Set when all was written and only the commit was left: if that fails, nobody knows whether it
        // happened.
        const auto written = std::make_shared<std::atomic<bool>>(false);
        const Result<AppendAnswers> answers = co_await store(batch, written);
        if (answers)
            co_return *answers;
        error = answers.error();
        if (error.code == ErrorCode::Unavailable && *written)
            co_return co_await readBack(batch);
        if (error.code == ErrorCode::Unavailable)
            co_return allFailed(batch->size(), error);
        if (error.code != ErrorCode::Conflict)
            break;
    }
    if (batch->size() == 1 || m_closed)
        co_return allFailed(batch->size(), error);
    co_return co_await commitHalves(batch);
}

// Some message cannot be stored: halving finds it, and the others do not suffer.
QCoro::Task<AppendAnswers> MessageQueue::commitHalves(Batch batch)
{
    const qsizetype half = batch->size() / 2;
    const auto first = std::make_shared<const QList<MessageInsert>>(batch->first(half));
    const auto second = std::make_shared<const QList<MessageInsert>>(batch->sliced(half));
    AppendAnswers answers = co_await commit(first);
    answers += co_await commit(second);
    co_return answers;
}

QCoro::Task<AppendAnswers> MessageQueue::readBack(Batch batch)
{
    m_readingBack = true;
    while (!m_closed) {
        const Result<AppendAnswers> answers = co_await find(batch);
        if (answers || answers.error().code != ErrorCode::Unavailable) {
            m_readingBack = false;
            co_return answers ? *answers : allFailed(batch->size(), answers.error());
        }
        co_await QCoro::sleepFor(pauseBetweenReads);
    }
    co_return allFailed(batch->size(), databaseAway());
}

} // namespace Hearth
