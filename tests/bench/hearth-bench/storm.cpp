// SPDX-License-Identifier: Apache-2.0
#include "storm.h"

#include <unistd.h>

namespace Hearth::Bench {

namespace {

constexpr double calmSeconds = 10; // of the bystanders, at most
constexpr auto patience = std::chrono::seconds(120); // for the first sync

} // namespace

Storm::Storm(Loop &loop, const Options &options)
    : m_loop(loop)
    , m_options(options)
    , m_elsewhere(bystandersOf(options))
    , m_people(loop, options)
    , m_others(loop, m_elsewhere)
    , m_clients(options.connections)
{
    m_people.setListener(*this);
}

uint64_t Storm::faults() const
{
    return m_lost + m_disorder + (m_clients.size() - m_done) + m_direct->faultCount();
}

Report Storm::run()
{
    m_people.settle();
    m_others.settle();
    m_direct = std::make_unique<Traffic>(m_loop, m_others, m_elsewhere);
    m_others.connectAll();
    syncFirst();

    m_elsewhere.seconds = std::min(m_options.seconds, calmSeconds);
    m_direct->run([](bool) {});
    Report report;
    Report alone;
    alone.set("bystanders", bystanders());
    report.set("first_sync_ms", m_firstSync);
    report.set("alone", alone);
    m_people.dropAll();
    missSomething();
    report.set("storm", comeBack());
    return report;
}

void Storm::syncFirst()
{
    m_people.connectAll();
    const auto synced = [this] { return m_done == m_clients.size(); };
    if (!m_loop.runUntil(Clock::now() + patience, synced))
        fatal("the first sync does not end");
    m_first = false;
}

// One of each pair says something from another device, in the first of the conversations that it knows.
void Storm::missSomething()
{
    std::vector<HttpRequest> messages;
    for (size_t i = 0; i < m_clients.size(); i += 2) {
        auto place = m_clients[i].places.cbegin();
        for (size_t n = 0; n < m_options.missed; ++n) {
            if (place == m_clients[i].places.cend())
                place = m_clients[i].places.cbegin();
            messages.push_back({"POST", "/api/v1/conversations/" + place++->first + "/messages",
                                m_people.tokenOf(i),
                                R"({"content":")" + std::string(m_options.contentBytes, 'x') + R"("})"});
        }
    }
    for (const HttpAnswer &answer : exchange(m_loop, m_options.server, messages)) {
        const std::string_view conversation = jsonMember(answer.body, "conversation_id");
        if (conversation.empty())
            fatal("no message: " + std::to_string(answer.status) + ' ' + answer.body);
        uint64_t &last = m_expected[std::string(conversation)];
        last = std::max(last, jsonNumber(jsonMember(answer.body, "seq")));
    }
    m_missed = messages.size();
}

Report Storm::comeBack()
{
    CpuMeter client(getpid());
    CpuMeter server(m_options.serverPid.value_or(getpid()));
    for (Client &one : m_clients)
        one.synced = one.caughtUp = false;
    m_done = 0;
    m_elsewhere.warmUp = 0;
    m_elsewhere.seconds = m_options.seconds;
    m_start = m_end = Clock::now();
    m_people.beginConnecting();
    m_direct->run([&](bool begins) {
        for (CpuMeter *meter : {&client, &server})
            begins ? meter->start() : meter->stop();
    });
    compare();

    Report report;
    report.set("caught_up", double(m_done));
    report.set("seconds", seconds(m_end - m_start));
    report.set("per_second", double(m_done) / seconds(m_end - m_start));
    report.set("caught_up_ms", m_caughtUp);
    report.set("sync_ms", m_sync);
    if (m_options.serverPid) {
        report.set("server_cpu_seconds", server.cpuSeconds());
        report.set("server_cpu_percent", server.percentOfACore());
        report.set("rss_kb", Process(*m_options.serverPid).residentKb());
    }
    report.set("client_cpu_percent", client.percentOfACore());
    report.set("missed", double(m_missed));
    report.set("lost", double(m_lost));
    report.set("out_of_order", double(m_disorder));
    report.set("bystanders", bystanders());
    report.set("bystanders_faults", double(m_direct->faultCount()));
    return report;
}

Report Storm::bystanders() const
{
    Report report;
    report.set("send_to_ack_ms", m_direct->sendToAck());
    report.set("send_to_receive_ms", m_direct->sendToReceive());
    return report;
}

void Storm::frameArrived(size_t client, std::string_view text)
{
    const std::string_view type = jsonMember(text, "type");
    if (type == "hello") {
        m_waiting.push_back(client);
        beginSyncs();
    } else if (type == "sync.heads") {
        takeHeads(client, jsonMember(text, "heads"));
    } else if (type == "sync.done") {
        m_clients[client].since = jsonMember(text, "server_time");
        m_clients[client].synced = true;
        noteProgress(client);
    } else if (type == "ack") {
        takeChanges(client, jsonMember(text, "id"), jsonMember(text, "data"));
    } else if (type == "error") {
        fatal("the server refused to sync: " + std::string(text));
    }
}

void Storm::beginSyncs()
{
    while (!m_waiting.empty() && (m_options.syncing == 0 || m_syncing < m_options.syncing)) {
        requestSync(m_waiting.front());
        m_waiting.pop_front();
        ++m_syncing;
    }
}

void Storm::requestSync(size_t client)
{
    m_clients[client].asked = Clock::now();
    const std::string &since = m_clients[client].since;
    m_people.send(
        client, R"({"type":"sync")" + (since.empty() ? "" : R"(,"data":{"since":")" + since + R"("})") + '}');
}

void Storm::takeHeads(size_t client, std::string_view heads)
{
    for (const std::string_view head : jsonElements(heads)) {
        const std::string conversation(jsonMember(head, "conversation_id"));
        const uint64_t change = jsonNumber(jsonMember(head, "last_change"));
        if (m_first)
            m_clients[client].places[conversation] = {change, jsonNumber(jsonMember(head, "last_seq"))};
        else if (const uint64_t known = m_clients[client].places[conversation].change; known < change)
            askForChanges(client, conversation, known);
    }
}

void Storm::askForChanges(size_t client, const std::string &conversation, uint64_t since)
{
    ++m_clients[client].changesAsked;
    m_people.send(client,
                  R"({"type":"changes","id":")" + conversation + R"(","data":{"conversation_id":")"
                      + conversation + R"(","since":)" + std::to_string(since) + "}}");
}

void Storm::takeChanges(size_t client, std::string_view conversation, std::string_view changes)
{
    Client &one = m_clients[client];
    Place &place = one.places.find(conversation)->second;
    --one.changesAsked;
    for (const std::string_view message : jsonElements(jsonMember(changes, "messages"))) {
        const uint64_t seq = jsonNumber(jsonMember(message, "seq"));
        m_disorder += seq != place.seq + 1;
        place.seq = std::max(place.seq, seq);
    }
    place.change = jsonNumber(jsonMember(changes, "last_change"));
    if (jsonMember(changes, "has_more") == "true")
        askForChanges(client, std::string(conversation), place.change);
    noteProgress(client);
}

void Storm::noteProgress(size_t client)
{
    Client &one = m_clients[client];
    if (!one.synced || one.changesAsked > 0 || one.caughtUp)
        return;
    one.caughtUp = true;
    m_end = Clock::now();
    (m_first ? m_firstSync : m_sync).add(m_end - one.asked);
    if (!m_first)
        m_caughtUp.add(m_end - m_start);
    if (++m_done == m_clients.size() && !m_first)
        m_direct->finish();
    --m_syncing;
    beginSyncs();
}

// What somebody who has caught up does not hold.
void Storm::compare()
{
    for (const Client &one : m_clients) {
        for (const auto &[conversation, place] : one.places) {
            const auto expected = m_expected.find(conversation);
            if (one.caughtUp && expected != m_expected.end())
                m_lost += expected->second - std::min(place.seq, expected->second);
        }
    }
}

void Storm::clientLost(size_t client, const std::string &why)
{
    fatal("connection " + std::to_string(client) + " was lost: " + why);
}

} // namespace Hearth::Bench
