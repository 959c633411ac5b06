// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fleet.h"
#include "histogram.h"
#include "ledger.h"

#include <functional>

namespace Hearth::Bench {

// Messages between partners, and what became of them.
class Traffic : public WsClient::Listener
{
public:
    // Once the fleet has settled.
    Traffic(Loop &loop, Fleet &fleet, const Options &options);

    // Loads the server for the warm-up and the measured time, then waits for what is still under way until
    // nothing has moved for ten seconds. Calls `measuring` with true where the measured time begins, with
    // false where it ends. May be run again, with what `options` say then.
    void run(const std::function<void(bool)> &measuring);
    void finish(); // the measured time ends now

    // Of the measured time, of the last run.
    [[nodiscard]] uint64_t completed() const { return m_completed; } // acknowledged and received
    [[nodiscard]] const Histogram &sendToAck() const { return m_sendToAck; }
    [[nodiscard]] const Histogram &sendToReceive() const { return m_sendToReceive; }

    // Of all runs.
    [[nodiscard]] uint64_t sent() const { return m_sent; }
    [[nodiscard]] uint64_t unacknowledged() const { return m_sent - m_acked; }
    [[nodiscard]] uint64_t lost() const { return 2 * m_sent - m_received; }
    [[nodiscard]] const Faults &faults() const { return m_faults; }
    [[nodiscard]] uint64_t faultCount() const
    {
        return unacknowledged() + lost() + m_faults.doubled + m_faults.outOfOrder;
    }

private:
    struct User {
        uint64_t sent = 0;
        uint64_t acked = 0;
        uint64_t done = 0; // acknowledged and received by the partner
        Ledger ledger;
    };

    void frameArrived(size_t client, std::string_view text) override;
    void clientLost(size_t client, const std::string &why) override;
    void messageArrived(size_t client, std::string_view message);
    void acknowledged(size_t client, std::string_view message);
    void progressOf(size_t sender);
    [[nodiscard]] size_t senderAt(size_t place) const;
    void send(size_t sender, TimePoint due);
    void fillWindow(size_t sender);
    [[nodiscard]] TimePoint nextDue() const;
    void sendDue();
    void loadUntil(const TimePoint &end); // which finish() may move

    Loop &m_loop;
    Fleet &m_fleet;
    const Options &m_options;
    std::vector<User> m_users;
    const std::string m_padding;
    const uint64_t m_run; // part of the keys: the same users may have sent before
    bool m_sending = true;

    TimePoint m_start; // of the schedule
    uint64_t m_scheduled = 0;
    TimePoint m_measureFrom;
    TimePoint m_measureTo;

    uint64_t m_sent = 0;
    uint64_t m_acked = 0;
    uint64_t m_received = 0; // by the partner and by the sender's own connection
    uint64_t m_done = 0;
    uint64_t m_completed = 0;
    Faults m_faults;
    Histogram m_sendToAck;
    Histogram m_sendToReceive;
};

} // namespace Hearth::Bench
