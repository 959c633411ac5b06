// SPDX-License-Identifier: Apache-2.0
#include "questions.h"

#include <memory>
#include <sstream>

namespace Hearth::Bench {

namespace {

constexpr int found = 200;

// One kind of question, asked by all clients at once.
class Round
{
public:
    Round(Loop &loop, const Options &options, const std::vector<HttpRequest> &requests)
        : m_loop(loop)
        , m_requests(requests)
        , m_asked(options.clients)
    {
        for (size_t i = 0; i < options.clients; ++i) {
            const auto answered = [this, i](const HttpAnswer &answer) { noteAnswer(i, answer); };
            m_clients.push_back(std::make_unique<HttpClient>(loop, options.server, i, answered));
        }
    }

    // The clients have an answer each when it returns.
    void run(double duration)
    {
        latency = {};
        failed = 0;
        m_running = true;
        for (size_t i = 0; i < m_clients.size(); ++i)
            ask(i);
        const auto end = Clock::now() + std::chrono::duration<double>(duration);
        m_loop.runUntil(std::chrono::time_point_cast<Clock::duration>(end), [] { return false; });
        m_running = false;
        if (!m_loop.runUntil(Clock::now() + std::chrono::seconds(30), [this] { return m_underWay == 0; }))
            fatal("no answer for 30 seconds");
    }

    Histogram latency;
    size_t failed = 0;

private:
    void ask(size_t client)
    {
        ++m_underWay;
        m_asked[client] = Clock::now();
        m_clients[client]->request(m_requests[m_next++ % m_requests.size()]);
    }

    void noteAnswer(size_t client, const HttpAnswer &answer)
    {
        --m_underWay;
        latency.add(Clock::now() - m_asked[client]);
        if (answer.status != found)
            ++failed;
        if (m_running)
            ask(client);
    }

    Loop &m_loop;
    const std::vector<HttpRequest> &m_requests;
    std::vector<std::unique_ptr<HttpClient>> m_clients;
    std::vector<TimePoint> m_asked;
    size_t m_next = 0;
    size_t m_underWay = 0;
    bool m_running = false;
};

} // namespace

Questions::Questions(Loop &loop, const Options &options)
    : m_loop(loop)
    , m_options(options)
{
    read(options.questionsFile);
}

void Questions::read(const std::string &file)
{
    std::istringstream lines(readFile(file));
    for (std::string line; std::getline(lines, line);) {
        const size_t first = line.find('\t');
        const size_t second = line.find('\t', first + 1);
        if (second == std::string::npos)
            fatal("no question: " + line);
        const std::string kind = line.substr(0, first);
        const std::string user = line.substr(first + 1, second - first - 1);
        if (m_kinds.empty() || m_kinds.back().name != kind)
            m_kinds.push_back({kind, {}});
        m_kinds.back().requests.push_back(
            {"GET", line.substr(second + 1), mintToken(user, m_options.secret), {}});
    }
    if (m_kinds.empty())
        fatal("no questions in " + file);
}

Report Questions::run()
{
    Report report;
    for (const Kind &kind : m_kinds)
        report.set(kind.name, ask(kind));
    return report;
}

Report Questions::ask(const Kind &kind)
{
    Round round(m_loop, m_options, kind.requests);
    round.run(m_options.warmUp);
    round.run(m_options.seconds);
    m_failed += round.failed;
    Report report;
    report.set("per_second", double(round.latency.count()) / m_options.seconds);
    report.set("failed", double(round.failed));
    report.set("latency_ms", round.latency);
    return report;
}

} // namespace Hearth::Bench
