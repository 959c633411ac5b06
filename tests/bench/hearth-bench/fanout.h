// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "process.h"
#include "report.h"
#include "traffic.h"

namespace Hearth::Bench {

// One group whose members are all connected, and bystanders who write to each other elsewhere: first alone,
// then while messages come to the group at a fixed rate, then while it takes what it can (a window of
// messages, the next one when the last member has the one before).
class Fanout : WsClient::Listener
{
public:
    Fanout(Loop &loop, const Options &options);

    [[nodiscard]] Report run();

    // Deliveries that did not come, or came twice or out of their order, and the same of the bystanders.
    [[nodiscard]] uint64_t faults() const;

private:
    struct Message {
        TimePoint due;
        size_t missing = 0; // members who do not have it
        bool measured = false;
    };

    [[nodiscard]] Report alone();
    [[nodiscard]] Report paced();
    [[nodiscard]] Report saturated();
    [[nodiscard]] Report measure();
    [[nodiscard]] Report bystanders() const;
    void frameArrived(size_t member, std::string_view text) override;
    void clientLost(size_t member, const std::string &why) override;
    void delivered(size_t member, std::string_view data);
    void send(TimePoint due);
    void drain();

    Loop &m_loop;
    const Options &m_options;
    const Options m_elsewhere;
    Fleet m_group;
    Fleet m_others;
    std::unique_ptr<Traffic> m_direct; // between the others
    const std::string m_padding;

    std::vector<Message> m_messages;
    std::vector<uint64_t> m_lastSeq; // of each member
    bool m_saturating = false;
    bool m_measuring = false;
    uint64_t m_missing = 0; // deliveries that are to come
    uint64_t m_delivered = 0;
    uint64_t m_finished = 0; // messages that all have
    uint64_t m_disorder = 0;
    Histogram m_sendToReceive;
    Histogram m_sendToLast;
};

} // namespace Hearth::Bench
