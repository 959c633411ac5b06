// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "util/result.h"

#include <QCoroTask>

#include <coroutine>
#include <deque>
#include <functional>
#include <memory>
#include <vector>

namespace Hearth {

// Many small questions as few large ones: whoever asks while others are being answered gathers with all who
// do, and they are answered next, together. So each answer was looked up after its question, and who is
// alone waits for nobody. For one thread.
template<typename Question, typename Answer>
class Gathering
{
public:
    using Questions = std::vector<Question>;
    using Answers = std::vector<Result<Answer>>; // as many as questions, in their order
    using Ask = std::function<QCoro::Task<Result<Answers>>(Questions)>;

    explicit Gathering(Ask answer)
        : m_answer(std::move(answer))
    { }
    Q_DISABLE_COPY_MOVE(Gathering)

    QCoro::Task<Result<Answer>> ask(Question question)
    {
        if (m_rounds.empty() || m_rounds.back()->questions.size() == atOnce)
            m_rounds.push_back(std::make_shared<Round>());
        const std::shared_ptr<Round> round = m_rounds.back();
        const size_t place = round->questions.size();
        round->questions.push_back(std::move(question));
        if (!m_answering)
            answerAll();
        Answered answered{*round};
        co_await answered;
        if (!*round->answers)
            co_return fail(round->answers->error());
        co_return (**round->answers)[place];
    }

private:
    static constexpr size_t atOnce = 500;

    struct Round {
        Questions questions;
        std::optional<Result<Answers>> answers;
        std::vector<std::coroutine_handle<>> waiting;
    };

    struct Answered {
        Round &round;

        [[nodiscard]] bool await_ready() const { return round.answers.has_value(); }
        void await_suspend(std::coroutine_handle<> waiting) { round.waiting.push_back(waiting); }
        void await_resume() const { }
    };

    QCoro::Task<> answerAll()
    {
        m_answering = true;
        while (!m_rounds.empty()) {
            const std::shared_ptr<Round> round = m_rounds.front();
            m_rounds.pop_front();
            round->answers = co_await m_answer(round->questions);
            for (const std::coroutine_handle<> waiting : round->waiting)
                waiting.resume();
        }
        m_answering = false;
    }

    const Ask m_answer;
    std::deque<std::shared_ptr<Round>> m_rounds; // that were not begun
    bool m_answering = false;
};

} // namespace Hearth
