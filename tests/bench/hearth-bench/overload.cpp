// SPDX-License-Identifier: Apache-2.0
#include "overload.h"

#include "process.h"

#include <cstdio>

namespace Hearth::Bench {

namespace {

constexpr auto betweenQuestions = std::chrono::milliseconds(20);
constexpr size_t probers = 100;
constexpr auto betweenLooks = std::chrono::milliseconds(100);
constexpr auto longestWait = std::chrono::seconds(60);
constexpr int answeredWell = 200;

} // namespace

Overload::Overload(Loop &loop, Fleet &fleet, const Options &options)
    : m_loop(loop)
    , m_fleet(fleet)
    , m_options(options)
    , m_users(options.connections)
    , m_padding(options.contentBytes, 'x')
    , m_asked(probers)
    , m_due(options.connections)
{
    m_fleet.setListener(*this);
    for (size_t i = 0; i < probers; ++i) {
        const auto told = [this, i](const HttpAnswer &answer) { answered(i, answer); };
        m_probers.push_back(
            std::make_unique<HttpClient>(loop, options.server, options.connections + i, told));
    }
}

Report Overload::run()
{
    const double before = m_options.serverPid ? Process(*m_options.serverPid).residentKb() : 0;
    load(Clock::now() + fromSeconds(m_options.seconds));
    const uint64_t storedInTime = m_acked;
    const double calm = waitForCalm();
    compare();

    Report report;
    report.set("sent", double(m_sent));
    report.set("sent_per_second", double(m_sent) / m_options.seconds);
    report.set("stored_per_second", double(storedInTime) / m_options.seconds);
    report.set("refused", double(m_refused));
    report.set("refused_without_a_time", double(m_wordless));
    report.set("send_to_ack_ms", m_acks);
    report.set("other_requests_ms", m_answers);
    report.set("other_requests_failed", double(m_failedAnswers));
    report.set("recovered_after_seconds", calm);
    report.set("unanswered", double(underWay()));
    report.set("lost", double(m_lost));
    report.set("out_of_order", double(m_disorder));
    report.set("rss_before_kb", before);
    report.set("rss_most_kb", m_mostKb);
    return report;
}

void Overload::load(TimePoint end)
{
    const TimePoint start = Clock::now();
    const std::chrono::nanoseconds interval(1'000'000'000 / int64_t(m_options.rate));
    TimePoint nextQuestion = start, nextLook = start;
    for (TimePoint now = start; now < end; now = Clock::now()) {
        // A piece of what is due at a time, so that answers are read in between.
        for (size_t piece = 0; piece < 100 && start + interval * int64_t(m_sent) <= now; ++piece)
            send();
        for (; nextQuestion <= now; nextQuestion += betweenQuestions)
            ask(nextQuestion);
        if (nextLook <= now) {
            watchMemory();
            nextLook = now + betweenLooks;
        }
        m_loop.turn(std::min(start + interval * int64_t(m_sent), nextQuestion));
    }
}

void Overload::send()
{
    const size_t sender = m_sent % m_options.senders;
    const TimePoint now = Clock::now();
    m_due[sender].push_back(now);
    ++m_sent;
    char key[64];
    std::snprintf(key, sizeof key, "%08zx-0000-7000-8000-%012llx", sender,
                  static_cast<unsigned long long>(m_sent));
    m_fleet.send(sender,
                 R"({"type":"message.send","id":")" + std::to_string(m_sent)
                     + R"(","data":{"conversation_id":")" + m_fleet.conversationOf(sender)
                     + R"(","client_msg_id":")" + key + R"(","content":")" + m_padding + R"("}})");
}

void Overload::ask(TimePoint due)
{
    const size_t prober = m_questions++ % probers;
    m_asked[prober].push_back(due);
    m_probers[prober]->request({"GET", "/api/v1/conversations?limit=20", m_fleet.tokenOf(0), {}});
}

void Overload::answered(size_t prober, const HttpAnswer &answer)
{
    ++m_answered;
    m_answers.add(Clock::now() - m_asked[prober].front());
    m_asked[prober].pop_front();
    m_failedAnswers += answer.status != answeredWell;
}

void Overload::watchMemory()
{
    if (m_options.serverPid)
        m_mostKb = std::max(m_mostKb, Process(*m_options.serverPid).residentKb());
}

// Seconds until all that was sent has an answer, and the answer to a question comes at once.
double Overload::waitForCalm()
{
    const TimePoint start = Clock::now();
    m_loop.runUntil(start + longestWait, [this] { return underWay() == 0 && m_answered == m_questions; });
    const TimePoint asked = Clock::now();
    ask(asked);
    m_loop.runUntil(asked + longestWait, [this] { return m_answered == m_questions; });
    watchMemory();
    return seconds(Clock::now() - start);
}

// The last frames are still on their way when the last acknowledgement comes.
void Overload::compare()
{
    const auto missing = [this] {
        uint64_t count = 0;
        for (size_t i = 0; i < m_users.size(); ++i) {
            const uint64_t received = m_users[Fleet::partnerOf(i)].received;
            count += m_users[i].acked > received ? m_users[i].acked - received : 0;
        }
        return count;
    };
    m_loop.runUntil(Clock::now() + std::chrono::seconds(5), [&] { return missing() == 0; });
    m_lost = missing();
}

void Overload::frameArrived(size_t client, std::string_view text)
{
    User &user = m_users[client];
    const std::string_view type = jsonMember(text, "type");
    if (type == "ack") {
        ++m_acked;
        ++user.acked;
        m_acks.add(Clock::now() - m_due[client].front());
        m_due[client].pop_front();
    } else if (type == "error") {
        const std::string_view error = jsonMember(text, "error");
        ++m_refused;
        m_wordless += jsonNumber(jsonMember(error, "retry_after_ms")) == 0;
        m_due[client].pop_front();
    } else if (type == "message.new") {
        const std::string_view message = jsonMember(text, "data");
        const uint64_t seq = jsonNumber(jsonMember(message, "seq"));
        m_disorder += seq != user.lastSeq + 1;
        user.lastSeq = seq;
        user.received += jsonMember(message, "sender_id") != m_fleet.idOf(client);
    }
}

void Overload::clientLost(size_t client, const std::string &why)
{
    fatal("connection " + std::to_string(client) + " was lost: " + why);
}

} // namespace Hearth::Bench
