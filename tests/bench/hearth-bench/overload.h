// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fleet.h"
#include "http.h"
#include "report.h"

#include <deque>

namespace Hearth::Bench {

// More messages than the server can store, at a fixed rate: what becomes of them, of other requests
// meanwhile, of the server's memory, and how soon all is as before.
class Overload : WsClient::Listener
{
public:
    Overload(Loop &loop, Fleet &fleet, const Options &options);

    [[nodiscard]] Report run();

    // Of what may not happen: an acknowledged message that its receiver did not get, or a place in a
    // conversation that was left out; a refusal that does not say when to come again.
    [[nodiscard]] uint64_t faults() const { return m_lost + m_disorder + m_wordless; }

private:
    struct User {
        uint64_t acked = 0; // of the own ones
        uint64_t received = 0; // of the partner's
        uint64_t lastSeq = 0;
    };

    void frameArrived(size_t client, std::string_view text) override;
    void clientLost(size_t client, const std::string &why) override;
    void load(TimePoint end);
    void send();
    void ask(TimePoint due);
    void answered(size_t prober, const HttpAnswer &answer);
    void watchMemory();
    [[nodiscard]] uint64_t underWay() const { return m_sent - m_acked - m_refused; }
    [[nodiscard]] double waitForCalm();
    void compare();

    Loop &m_loop;
    Fleet &m_fleet;
    const Options &m_options;
    std::vector<User> m_users;
    const std::string m_padding;
    // Each question on another connection, as if others asked: one that waits holds up none.
    std::vector<std::unique_ptr<HttpClient>> m_probers;
    std::vector<std::deque<TimePoint>> m_asked; // when each question under way was due
    size_t m_questions = 0;
    size_t m_answered = 0;
    Histogram m_answers;
    Histogram m_acks;
    std::vector<std::deque<TimePoint>> m_due; // of what each user has under way
    uint64_t m_sent = 0;
    uint64_t m_acked = 0;
    uint64_t m_refused = 0;
    uint64_t m_wordless = 0; // refused without a time to wait
    uint64_t m_failedAnswers = 0;
    uint64_t m_lost = 0;
    uint64_t m_disorder = 0;
    double m_mostKb = 0;
};

} // namespace Hearth::Bench
