// SPDX-License-Identifier: Apache-2.0
#include "traffic.h"

#include <charconv>
#include <cstdio>

namespace Hearth::Bench {

namespace {

// What a message's content begins with.
struct Stamp {
    uint64_t counter = 0; // of its sender, from 1
    int64_t due = 0; // when it was to be sent, in nanoseconds of the steady clock
};

Stamp stampOf(std::string_view content)
{
    Stamp stamp;
    const char *const end = content.data() + content.size();
    const auto counter = std::from_chars(content.data(), end, stamp.counter);
    if (counter.ptr != end)
        std::from_chars(counter.ptr + 1, end, stamp.due);
    return stamp;
}

TimePoint dueTime(const Stamp &stamp)
{
    return TimePoint(std::chrono::nanoseconds(stamp.due));
}

} // namespace

Traffic::Traffic(Loop &loop, Fleet &fleet, const Options &options)
    : m_loop(loop)
    , m_fleet(fleet)
    , m_options(options)
    , m_users(options.connections)
    , m_padding(options.contentBytes, 'x')
    , m_run(uint64_t(Clock::now().time_since_epoch() / std::chrono::milliseconds(1)))
{
    m_fleet.setListener(*this);
    for (size_t i = 0; i < m_users.size(); ++i)
        m_users[i].ledger = Ledger(m_fleet.lastSeqOf(i));
}

void Traffic::run(const std::function<void(bool)> &measuring)
{
    m_sending = true;
    m_scheduled = 0;
    m_sendToAck = m_sendToReceive = {};
    m_start = Clock::now();
    m_measureFrom = m_start + fromSeconds(m_options.warmUp);
    m_measureTo = m_measureFrom + fromSeconds(m_options.seconds);
    if (m_options.mode == Mode::Saturate) {
        for (size_t place = 0; place < m_options.senders; ++place)
            fillWindow(senderAt(place));
    }

    loadUntil(m_measureFrom);
    measuring(true);
    const uint64_t doneBefore = m_done;
    loadUntil(m_measureTo);
    m_completed = m_done - doneBefore;
    measuring(false);

    m_sending = false;
    for (uint64_t before = 0; unacknowledged() + lost() > 0;) {
        before = m_acked + m_received;
        const auto deadline = Clock::now() + std::chrono::seconds(10);
        if (!m_loop.runUntil(deadline, [&] { return m_acked + m_received > before; }))
            return;
    }
}

void Traffic::finish()
{
    m_measureTo = std::min(m_measureTo, Clock::now());
}

void Traffic::loadUntil(const TimePoint &end)
{
    while (Clock::now() < end) {
        if (m_options.mode == Mode::Rate)
            sendDue();
        m_loop.turn(m_options.mode == Mode::Rate ? std::min(nextDue(), end) : end);
    }
}

TimePoint Traffic::nextDue() const
{
    return m_start + fromSeconds(double(m_scheduled) / double(m_options.rate));
}

// Everything that is due by now, however late: latency counts from when it was due.
void Traffic::sendDue()
{
    for (const TimePoint now = Clock::now(); nextDue() <= now; ++m_scheduled)
        send(senderAt(m_scheduled % m_options.senders), nextDue());
}

void Traffic::fillWindow(size_t sender)
{
    while (m_sending && m_users[sender].sent - m_users[sender].done < m_options.window)
        send(sender, Clock::now());
}

// One of each pair first, so that few senders mean many conversations.
size_t Traffic::senderAt(size_t place) const
{
    const size_t pairs = m_users.size() / 2;
    return place < pairs ? 2 * place : 2 * (place - pairs) + 1;
}

void Traffic::send(size_t sender, TimePoint due)
{
    const uint64_t counter = ++m_users[sender].sent;
    ++m_sent;
    char clientMsgId[40];
    std::snprintf(clientMsgId, sizeof clientMsgId, "%08zx-%04x-7%03x-8000-%012llx", sender,
                  unsigned(m_run >> 12 & 0xffff), unsigned(m_run & 0xfff),
                  static_cast<unsigned long long>(counter));
    const std::string number = std::to_string(counter);
    std::string content = number + ' ' + std::to_string(due.time_since_epoch().count()) + ' ';
    if (content.size() < m_padding.size())
        content.append(m_padding, 0, m_padding.size() - content.size());
    m_fleet.send(sender,
                 R"({"type":"message.send","id":")" + number + R"(","data":{"conversation_id":")"
                     + m_fleet.conversationOf(sender) + R"(","client_msg_id":")" + clientMsgId
                     + R"(","content":")" + content + R"("}})");
}

void Traffic::frameArrived(size_t client, std::string_view text)
{
    const std::string_view type = jsonMember(text, "type");
    if (type == "message.new")
        messageArrived(client, jsonMember(text, "data"));
    else if (type == "ack")
        acknowledged(client, jsonMember(text, "data"));
    else if (type == "error")
        fatal("the server refused a message: " + std::string(text));
}

void Traffic::clientLost(size_t client, const std::string &why)
{
    fatal("connection " + std::to_string(client) + " was lost: " + why);
}

void Traffic::messageArrived(size_t client, std::string_view message)
{
    const bool own = jsonMember(message, "sender_id") == m_fleet.idOf(client);
    const Stamp stamp = stampOf(jsonMember(message, "content"));
    const uint64_t doubledBefore = m_faults.doubled;
    m_users[client].ledger.record(own, jsonNumber(jsonMember(message, "seq")), stamp.counter, m_faults);
    if (m_faults.doubled > doubledBefore)
        return;
    ++m_received;
    if (own)
        return;
    if (const TimePoint due = dueTime(stamp); due >= m_measureFrom && due < m_measureTo)
        m_sendToReceive.add(Clock::now() - due);
    progressOf(Fleet::partnerOf(client));
}

void Traffic::acknowledged(size_t client, std::string_view message)
{
    ++m_users[client].acked;
    ++m_acked;
    const TimePoint due = dueTime(stampOf(jsonMember(message, "content")));
    if (due >= m_measureFrom && due < m_measureTo)
        m_sendToAck.add(Clock::now() - due);
    progressOf(client);
}

void Traffic::progressOf(size_t sender)
{
    User &user = m_users[sender];
    const uint64_t done = std::min(user.acked, m_users[Fleet::partnerOf(sender)].ledger.fromPartner());
    m_done += done - user.done;
    user.done = done;
    if (m_options.mode == Mode::Saturate)
        fillWindow(sender);
}

} // namespace Hearth::Bench
