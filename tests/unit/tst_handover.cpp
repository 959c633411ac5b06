// SPDX-License-Identifier: Apache-2.0
#include "util/handover.h"
#include "util/poolwork.h"

#include <QCoroTask>
#include <QTest>

#include <memory>
#include <thread>

using namespace Hearth;

class TestHandover : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theAnswerComesToTheThreadThatWaits();
    void everyThreadThatWaitsHasItsOwn();
    void answersAreContinuedInTheirOrder();
    void anAnswerDoesNotContinueWhoGivesIt();
    void anAnswerMayBeThereBeforeItIsAwaited();
    void aNestedLoopGoesOnWithTheOthers();
    void deliveryNeedsNoEventLoop();
    void poolWorkRunsOnAThreadOfThePool();
    void poolWorkOutlivesItsPool();
    void poolWorkOfOneThreadIsAnsweredInItsOrder();
};

namespace {

QCoro::Task<int> answerOf(Handover<int> &answer)
{
    co_return co_await answer;
}

// The thread on which it is resumed.
QCoro::Task<std::thread::id> whereResumed()
{
    Handover<int> answer;
    std::thread other([&answer] { answer.set(1); });
    co_await answer;
    other.join();
    co_return std::this_thread::get_id();
}

template<typename F>
QCoro::Task<std::invoke_result_t<F>> onPool(QThreadPool &pool, F work)
{
    PoolWork job(pool, std::move(work));
    co_return co_await job;
}

} // namespace

void TestHandover::theAnswerComesToTheThreadThatWaits()
{
    const auto here = std::this_thread::get_id();
    for (int i = 0; i < 100; ++i)
        QCOMPARE(QCoro::waitFor(whereResumed()), here);
}

void TestHandover::everyThreadThatWaitsHasItsOwn()
{
    bool same[4] = {};
    std::vector<std::thread> threads;
    for (bool &was : same)
        threads.emplace_back([&was] { was = QCoro::waitFor(whereResumed()) == std::this_thread::get_id(); });
    for (std::thread &thread : threads)
        thread.join();
    for (const bool was : same)
        QVERIFY(was);
}

void TestHandover::answersAreContinuedInTheirOrder()
{
    constexpr int count = 1'000;
    const auto answers = std::make_unique<Handover<int>[]>(count);
    QList<int> order;
    for (int i = 0; i < count; ++i)
        answerOf(answers[i]).then([&order](int value) { order.append(value); });
    std::thread other([&answers] {
        for (int i = count - 1; i >= 0; --i)
            answers[i].set(i);
    });
    QTRY_COMPARE(order.size(), count);
    other.join();
    QVERIFY(std::is_sorted(order.rbegin(), order.rend()));
}

// Whoever asks while there can be no answer is not resumed before it has gone to sleep.
void TestHandover::anAnswerDoesNotContinueWhoGivesIt()
{
    Handover<int> answer;
    bool done = false;
    answerOf(answer).then([&done](int) { done = true; });
    answer.set(1);
    QVERIFY(!done);
    QTRY_VERIFY(done);
}

void TestHandover::anAnswerMayBeThereBeforeItIsAwaited()
{
    Handover<int> answer;
    std::thread([&answer] { answer.set(7); }).join();
    HandoverBase::deliver();
    QCOMPARE(QCoro::waitFor(answerOf(answer)), 7);
}

void TestHandover::aNestedLoopGoesOnWithTheOthers()
{
    Handover<int> first, second, third;
    QList<int> order;
    answerOf(first).then([&](int value) {
        order.append(value);
        order.append(QCoro::waitFor(answerOf(third)));
    });
    answerOf(second).then([&order](int value) { order.append(value); });
    std::thread other([&] {
        first.set(1);
        second.set(2);
        third.set(3);
    });
    QTRY_COMPARE(order, QList<int>({1, 2, 3}));
    other.join();
}

void TestHandover::deliveryNeedsNoEventLoop()
{
    Handover<int> answer;
    int value = 0;
    answerOf(answer).then([&value](int there) { value = there; });
    std::thread([&answer] { answer.set(7); }).join();
    QCOMPARE(value, 0);
    HandoverBase::deliver();
    QCOMPARE(value, 7);
}

void TestHandover::poolWorkRunsOnAThreadOfThePool()
{
    QThreadPool pool;
    const auto where = [] { return std::this_thread::get_id(); };
    QVERIFY(QCoro::waitFor(onPool(pool, where)) != std::this_thread::get_id());
}

void TestHandover::poolWorkOutlivesItsPool()
{
    int done = 0;
    {
        QThreadPool pool;
        pool.setMaxThreadCount(1);
        for (int i = 0; i < 50; ++i)
            onPool(pool, [i] { return i; }).then([&done](int) { ++done; });
    }
    QCOMPARE(done, 0);
    QTRY_COMPARE(done, 50);
}

void TestHandover::poolWorkOfOneThreadIsAnsweredInItsOrder()
{
    QThreadPool pool;
    pool.setMaxThreadCount(1);
    QList<int> order;
    for (int i = 0; i < 1'000; ++i)
        onPool(pool, [i] { return i; }).then([&order](int value) { order.append(value); });
    QTRY_COMPARE(order.size(), 1'000);
    QVERIFY(std::is_sorted(order.begin(), order.end()));
}

QTEST_GUILESS_MAIN(TestHandover)
#include "tst_handover.moc"
