// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/caller.h"
#include "storage/searchstore.h"

namespace Hearth {

// Search over what the caller may see. The permission is part of the statements that search.
class SearchService
{
public:
    explicit SearchService(SearchStore &store)
        : m_store(store)
    { }

    // `query` in the language of searchquery.h. Newest first; the errors are those of parseSearch() and
    // SearchStore::messages().
    QCoro::Task<Result<FoundMessages>> messages(Caller caller, QString query, SearchPage page);

    // The caller's conversations with all these words, or beginnings of words, in their name, description or
    // names of other members; 20 at most, by last activity.
    QCoro::Task<Result<QList<Conversation>>> conversations(Caller caller, QString query);

private:
    SearchStore &m_store;
};

} // namespace Hearth
