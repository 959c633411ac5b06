// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "process.h"
#include "report.h"
#include "traffic.h"

#include <deque>
#include <map>

namespace Hearth::Bench {

// Everybody loses the connection, misses something, and comes back at once, as after a restart of a proxy:
// how long until the last one has caught up, what it costs, and what bystanders who write meanwhile notice.
class Storm : WsClient::Listener
{
public:
    Storm(Loop &loop, const Options &options);

    [[nodiscard]] Report run();

    // Messages that did not come or came out of their order, who did not catch up, and faults of the
    // bystanders.
    [[nodiscard]] uint64_t faults() const;

private:
    struct Place {
        uint64_t change = 0;
        uint64_t seq = 0;
    };
    struct Client {
        std::string since; // server_time of its last sync.done
        std::map<std::string, Place, std::less<>> places; // by conversation
        TimePoint asked; // to sync
        size_t changesAsked = 0; // that are under way
        bool synced = false;
        bool caughtUp = false;
    };

    void syncFirst();
    void missSomething();
    [[nodiscard]] Report comeBack();
    [[nodiscard]] Report bystanders() const;
    void frameArrived(size_t client, std::string_view text) override;
    void clientLost(size_t client, const std::string &why) override;
    void beginSyncs();
    void requestSync(size_t client);
    void takeHeads(size_t client, std::string_view heads);
    void askForChanges(size_t client, const std::string &conversation, uint64_t since);
    void takeChanges(size_t client, std::string_view conversation, std::string_view changes);
    void noteProgress(size_t client);
    void compare();

    Loop &m_loop;
    const Options &m_options;
    Options m_elsewhere;
    Fleet m_people;
    Fleet m_others;
    std::unique_ptr<Traffic> m_direct; // between the others
    std::vector<Client> m_clients;
    std::map<std::string, uint64_t, std::less<>> m_expected; // the last seq of conversations that went on
    bool m_first = true; // the sync of who knows nothing
    TimePoint m_start;
    TimePoint m_end;
    std::deque<size_t> m_waiting; // who have their hello
    size_t m_syncing = 0;
    size_t m_done = 0; // who have caught up
    size_t m_missed = 0; // messages
    uint64_t m_lost = 0;
    uint64_t m_disorder = 0;
    Histogram m_firstSync; // sync to sync.done
    Histogram m_sync; // sync to all changes
    Histogram m_caughtUp; // from the beginning of the storm
};

} // namespace Hearth::Bench
