// SPDX-License-Identifier: Apache-2.0
#include "services/searchservice.h"

#include "services/searchquery.h"

namespace Hearth {

namespace {

constexpr int mostConversations = 20;

} // namespace

QCoro::Task<Result<FoundMessages>> SearchService::messages(Caller caller, QString query, SearchPage page)
{
    auto search = parseSearch(query);
    if (!search)
        co_return fail(std::move(search.error()));
    co_return co_await m_store.messages(caller.userId, std::move(*search), std::move(page));
}

QCoro::Task<Result<QList<Conversation>>> SearchService::conversations(Caller caller, QString query)
{
    auto words = parseWords(query);
    if (!words)
        co_return fail(std::move(words.error()));
    co_return co_await m_store.conversations(caller.userId, std::move(*words), mostConversations);
}

} // namespace Hearth
