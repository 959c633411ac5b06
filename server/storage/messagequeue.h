// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/messagebatch.h"

#include <QDeadlineTimer>
#include <QTimer>

#include <atomic>
#include <coroutine>
#include <deque>

namespace Hearth {

// Messages that wait for the next group commit. While one is under way, others queue; it takes all of them,
// at most 500 or 4 MiB of text, and never waits for more. When more come than can be stored, those beyond the
// queue's bounds are refused at once with `unavailable` and a time to wait: they may come again under their
// client_msg_id. Lives on the main thread, where callers are resumed in the order of the batch: one answer of
// the database carries a whole batch.
class MessageQueue : public std::enable_shared_from_this<MessageQueue>
{
public:
    // One message on its way, in the frame of the coroutine that waits for it.
    struct Entry {
        MessageInsert message;
        Result<StoredMessage> answer = fail(databaseAway());
        std::coroutine_handle<> waiting = {};
    };

    // co_await stored(entry) waits until the entry has its answer.
    struct Stored {
        MessageQueue &queue;
        Entry &entry;

        bool await_ready() const;
        void await_suspend(std::coroutine_handle<> waiting);
        void await_resume() const { }
    };
    [[nodiscard]] Stored stored(Entry &entry) { return {*this, entry}; }

    explicit MessageQueue(Database &db);

    void answerAll(); // that the database has answered: what is committed later is to be told later
    void close(); // answers what still waits; a batch that is under way is answered when it ends
    [[nodiscard]] int size() const { return int(m_entries.size() + m_answered.size()); }

private:
    using Batch = std::shared_ptr<const QList<MessageInsert>>;
    using Flag = std::shared_ptr<std::atomic<bool>>;

    // Plain functions: GCC 12 destroys a lambda twice when it is made inside a co_await expression.
    QCoro::Task<Result<AppendAnswers>> store(Batch batch, Flag written);
    QCoro::Task<Result<AppendAnswers>> find(Batch batch);

    [[nodiscard]] bool isFull() const;
    QCoro::Task<> commitQueued();
    void answerSome();
    void answer(QDeadlineTimer enough);
    QCoro::Task<AppendAnswers> commit(Batch batch);
    QCoro::Task<AppendAnswers> commitHalves(Batch batch);
    QCoro::Task<AppendAnswers> readBack(Batch batch);

    Database &m_db;
    std::deque<Entry *> m_entries;
    std::deque<Entry *> m_answered; // by the database, and not resumed yet
    QTimer m_answerMore;
    qsizetype m_bytes = 0; // of what they say
    bool m_committing = false;
    bool m_readingBack = false; // the database is away, and what became of a batch is not known
    bool m_closed = false;
};

} // namespace Hearth
