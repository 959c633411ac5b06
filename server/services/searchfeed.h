// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/publisher.h"
#include "storage/searchindexer.h"

#include <concepts>

namespace Hearth {

// Passes on what is published, and tells the search index which conversations have news: whoever changes a
// message publishes it, and need not think of search.
class SearchFeed final : public Publisher
{
public:
    SearchFeed(Publisher &next, SearchIndexer &indexer)
        : m_next(next)
        , m_indexer(indexer)
    { }

    void publish(const QList<UserId> &users, const ServerFrame &frame,
                 std::optional<ConnectionId> except) override
    {
        m_next.publish(users, frame, except);
        std::visit([this](const auto &content) { note(content); }, frame);
    }

    void publishTo(const QList<ConnectionId> &connections, const ServerFrame &frame) override
    {
        m_next.publishTo(connections, frame);
    }

private:
    void note(const NewMessage &frame) { m_indexer.note(frame.data.conversationId); }
    void note(const MessageUpdated &frame) { m_indexer.note(frame.data.conversationId); }
    void note(const MessageDeleted &frame) { m_indexer.note(frame.data.conversationId); }
    void note(const ReactionFields &frame) { m_indexer.note(frame.conversationId); }
    template<typename Other>
    requires(!std::derived_from<Other, ReactionFields>) void note(const Other &) { }

    Publisher &m_next;
    SearchIndexer &m_indexer;
};

} // namespace Hearth
