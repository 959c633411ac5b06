// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/conversation.h"
#include "storage/database.h"
#include "storage/searchrequest.h"

namespace Hearth {

// Finds messages and conversations that somebody may see. A search that takes more than a second, or would have
// to wait for too many others, is `unavailable`.
class SearchStore
{
public:
    explicit SearchStore(Database &db)
        : m_db(db)
    { }

    // not_found when `page.conversation` is none of the viewer's; invalid_field with the pointer /q for
    // people and conversations that do not exist, which includes conversations that the viewer is not in.
    QCoro::Task<Result<FoundMessages>> messages(UserId viewer, MessageSearch search, SearchPage page);

    // The viewer's conversations in whose name, description or names of other members each of the words is
    // found; by last activity, `limit` at most. Members count where a conversation lists them.
    QCoro::Task<Result<QList<Conversation>>> conversations(UserId viewer, QList<Search::Pattern> words,
                                                           int limit);

private:
    template<typename T>
    QCoro::Task<Result<T>> run(std::function<Result<T>(Sql &)> work);

    Database &m_db;
    int m_running = 0;
};

} // namespace Hearth
