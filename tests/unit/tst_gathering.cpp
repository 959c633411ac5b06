// SPDX-License-Identifier: Apache-2.0
#include "util/gathering.h"
#include "util/handover.h"

#include <QCoroTask>
#include <QTest>

using namespace Hearth;
using namespace Qt::Literals::StringLiterals;

namespace {

using Doubles = Gathering<int, int>;

// Doubles numbers below ten, when it is told to.
struct Doubler {
    std::vector<Doubles::Questions> rounds = {};
    std::vector<std::unique_ptr<Handover<bool>>> allowed = {}; // one for each round; false: it fails
    Doubles gathering{[this](Doubles::Questions numbers) { return answer(std::move(numbers)); }};

    QCoro::Task<Result<Doubles::Answers>> answer(Doubles::Questions numbers)
    {
        rounds.push_back(numbers);
        allowed.push_back(std::make_unique<Handover<bool>>());
        if (!co_await *allowed.back())
            co_return fail(ErrorCode::Unavailable, u"away"_s);
        Doubles::Answers answers;
        for (const int number : numbers)
            answers.push_back(number < 10 ? Result<int>(2 * number) : fail(ErrorCode::NotFound, u"large"_s));
        co_return answers;
    }
};

QCoro::Task<> keep(Doubles &doubles, int number, std::vector<Result<int>> &answers)
{
    answers.push_back(co_await doubles.ask(number));
}

} // namespace

class TestGathering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoIsAloneWaitsForNobody()
    {
        Doubler doubler;
        std::vector<Result<int>> answers;
        keep(doubler.gathering, 4, answers);
        QCOMPARE(doubler.rounds, (std::vector<Doubles::Questions>{{4}}));
        doubler.allowed[0]->set(true);
        QTRY_COMPARE(answers.size(), size_t(1));
        QCOMPARE(answers[0], Result<int>(8));
    }

    void whoAsksMeanwhileIsAnsweredNextAndTogether()
    {
        Doubler doubler;
        std::vector<Result<int>> answers;
        for (int number = 1; number <= 4; ++number)
            keep(doubler.gathering, number, answers);
        QCOMPARE(doubler.rounds, (std::vector<Doubles::Questions>{{1}}));
        doubler.allowed[0]->set(true);
        QTRY_COMPARE(doubler.rounds, (std::vector<Doubles::Questions>{{1}, {2, 3, 4}}));
        keep(doubler.gathering, 5, answers); // never by what was asked before
        doubler.allowed[1]->set(true);
        QTRY_COMPARE(doubler.rounds.size(), size_t(3));
        doubler.allowed[2]->set(true);
        QTRY_COMPARE(answers.size(), size_t(5));
        QCOMPARE(answers, (std::vector<Result<int>>{2, 4, 6, 8, 10}));
    }

    void eachHasItsOwnErrorAndAFaultIsEverybodys()
    {
        Doubler doubler;
        std::vector<Result<int>> answers;
        for (const int number : {1, 20, 3})
            keep(doubler.gathering, number, answers);
        doubler.allowed[0]->set(false);
        QTRY_COMPARE(doubler.rounds.size(), size_t(2));
        QCOMPARE(answers.at(0).error().code, ErrorCode::Unavailable);
        doubler.allowed[1]->set(true);
        QTRY_COMPARE(answers.size(), size_t(3));
        QCOMPARE(answers[1].error().code, ErrorCode::NotFound);
        QCOMPARE(answers[2], Result<int>(6));
    }

    void oneRoundIsNotTooLarge()
    {
        Doubler doubler;
        std::vector<Result<int>> answers;
        for (int i = 0; i < 601; ++i)
            keep(doubler.gathering, 1, answers);
        doubler.allowed[0]->set(true);
        QTRY_COMPARE(doubler.rounds.size(), size_t(2));
        QCOMPARE(doubler.rounds[1].size(), size_t(500));
        doubler.allowed[1]->set(true);
        QTRY_COMPARE(doubler.rounds.size(), size_t(3));
        doubler.allowed[2]->set(true);
        QTRY_COMPARE(answers.size(), size_t(601));
    }
};

QTEST_GUILESS_MAIN(TestGathering)
#include "tst_gathering.moc"
