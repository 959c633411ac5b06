// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/publisher.h"

#include <QDeadlineTimer>

#include <chrono>

namespace Hearth::Test {

// Keeps what services tell instead of telling it.
class RecordingPublisher : public Publisher
{
public:
    struct Entry {
        QList<UserId> users;
        QList<ConnectionId> connections;
        ServerFrame frame;
        std::optional<ConnectionId> except;
    };

    void publish(const QList<UserId> &users, const ServerFrame &frame,
                 std::optional<ConnectionId> except) override
    {
        for (const QDeadlineTimer told(takes); !told.hasExpired();) { }
        entries.push_back({users, {}, frame, except});
    }

    void publishTo(const QList<ConnectionId> &connections, const ServerFrame &frame) override
    {
        entries.push_back({{}, connections, frame, {}});
    }

    // Those that carry a Frame, with it.
    template<typename Frame>
    [[nodiscard]] std::vector<std::pair<Entry, Frame>> all() const
    {
        std::vector<std::pair<Entry, Frame>> found;
        for (const Entry &entry : entries) {
            if (const auto *frame = std::get_if<Frame>(&entry.frame))
                found.emplace_back(entry, *frame);
        }
        return found;
    }

    std::chrono::milliseconds takes{0}; // to tell many
    std::vector<Entry> entries;
};

} // namespace Hearth::Test
