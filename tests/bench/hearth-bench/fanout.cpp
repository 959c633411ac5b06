// SPDX-License-Identifier: Apache-2.0
#include "fanout.h"

#include <unistd.h>

namespace Hearth::Bench {

Fanout::Fanout(Loop &loop, const Options &options)
    : m_loop(loop)
    , m_options(options)
    , m_elsewhere(bystandersOf(options))
    , m_group(loop, options)
    , m_others(loop, m_elsewhere)
    , m_padding(options.contentBytes, 'x')
    , m_lastSeq(options.connections)
{
    m_group.setListener(*this);
}

uint64_t Fanout::faults() const
{
    return m_missing + m_disorder + m_direct->faultCount();
}

Report Fanout::run()
{
    m_group.gather();
    m_others.settle();
    m_direct = std::make_unique<Traffic>(m_loop, m_others, m_elsewhere);
    for (size_t member = 0; member < m_lastSeq.size(); ++member)
        m_lastSeq[member] = m_group.lastSeqOf(member);
    m_group.connectAll();
    m_others.connectAll();

    Report report;
    report.set("alone", alone());
    report.set("paced", paced());
    report.set("saturated", saturated());
    report.set("undelivered", double(m_missing));
    report.set("out_of_order", double(m_disorder));
    report.set("bystanders_faults", double(m_direct->faultCount()));
    return report;
}

Report Fanout::alone()
{
    m_direct->run([](bool) {});
    Report report;
    report.set("bystanders", bystanders());
    return report;
}

// Everything that is due by now, however late: latency counts from when it was due.
Report Fanout::paced()
{
    const TimePoint start = Clock::now();
    uint64_t scheduled = 0;
    m_loop.setPacer([&] {
        const auto next = [&] { return start + fromSeconds(double(scheduled) / double(m_options.rate)); };
        for (const TimePoint now = Clock::now(); next() <= now; ++scheduled)
            send(next());
        return next();
    });
    return measure();
}

Report Fanout::saturated()
{
    m_saturating = true;
    for (size_t i = 0; i < m_options.window; ++i)
        send(Clock::now());
    return measure();
}

// The load on the group goes on while the bystanders are measured.
Report Fanout::measure()
{
    CpuMeter client(getpid());
    CpuMeter server(m_options.serverPid.value_or(getpid()));
    uint64_t deliveries = m_delivered, messages = m_finished;
    TimePoint from;
    double took = 0;
    m_sendToReceive = m_sendToLast = {};
    m_direct->run([&](bool begins) {
        m_measuring = begins;
        for (CpuMeter *meter : {&client, &server})
            begins ? meter->start() : meter->stop();
        if (begins) {
            from = Clock::now();
            deliveries = m_delivered;
            messages = m_finished;
            return;
        }
        took = seconds(Clock::now() - from);
        deliveries = m_delivered - deliveries;
        messages = m_finished - messages;
        m_loop.setPacer({});
        m_saturating = false;
    });
    drain();

    Report report;
    report.set("messages_per_second", double(messages) / took);
    report.set("deliveries_per_second", double(deliveries) / took);
    report.set("send_to_receive_ms", m_sendToReceive);
    report.set("send_to_last_receive_ms", m_sendToLast);
    if (m_options.serverPid) {
        report.set("server_cpu_percent", server.percentOfACore());
        report.set("server_cpu_us_per_delivery",
                   1e6 * server.cpuSeconds() / double(std::max<uint64_t>(deliveries, 1)));
        report.set("rss_kb", Process(*m_options.serverPid).residentKb());
    }
    report.set("client_cpu_percent", client.percentOfACore());
    report.set("bystanders", bystanders());
    return report;
}

Report Fanout::bystanders() const
{
    Report report;
    report.set("send_to_ack_ms", m_direct->sendToAck());
    report.set("send_to_receive_ms", m_direct->sendToReceive());
    return report;
}

// Until all have all, or nothing has moved for ten seconds.
void Fanout::drain()
{
    for (uint64_t before = 0; m_missing > 0;) {
        before = m_delivered;
        const auto deadline = Clock::now() + std::chrono::seconds(10);
        if (!m_loop.runUntil(deadline, [&] { return m_delivered > before; }))
            return;
    }
}

void Fanout::send(TimePoint due)
{
    const std::string number = std::to_string(m_messages.size());
    const size_t sender = m_messages.size() % m_options.senders;
    m_messages.push_back({due, m_group.size(), m_measuring});
    m_missing += m_group.size();
    std::string content = number + ' ';
    if (content.size() < m_padding.size())
        content.append(m_padding, 0, m_padding.size() - content.size());
    m_group.send(sender,
                 R"({"type":"message.send","id":")" + number + R"(","data":{"conversation_id":")"
                     + m_group.conversationOf(sender) + R"(","content":")" + content + R"("}})");
}

void Fanout::frameArrived(size_t member, std::string_view text)
{
    const std::string_view type = jsonMember(text, "type");
    if (type == "message.new")
        delivered(member, jsonMember(text, "data"));
    else if (type == "error")
        fatal("the server refused a message: " + std::string(text));
}

void Fanout::delivered(size_t member, std::string_view data)
{
    const uint64_t seq = jsonNumber(jsonMember(data, "seq"));
    const uint64_t number = jsonNumber(jsonMember(data, "content"));
    if (seq <= m_lastSeq[member] || number >= m_messages.size() || m_messages[number].missing == 0) {
        ++m_disorder;
        return;
    }
    m_disorder += seq != m_lastSeq[member] + 1;
    m_lastSeq[member] = seq;
    Message &message = m_messages[number];
    --message.missing;
    --m_missing;
    ++m_delivered;
    const auto latency = Clock::now() - message.due;
    if (message.measured)
        m_sendToReceive.add(latency);
    if (message.missing > 0)
        return;
    ++m_finished;
    if (message.measured)
        m_sendToLast.add(latency);
    if (m_saturating)
        send(Clock::now());
}

void Fanout::clientLost(size_t member, const std::string &why)
{
    fatal("member " + std::to_string(member) + " was lost: " + why);
}

} // namespace Hearth::Bench
