// SPDX-License-Identifier: Apache-2.0
#include "api/search.h"

#include "api/parameters.h"
#include "services/searchservice.h"
#include "wire/limits.h"
#include "wire/search.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int cursorBase = 36; // opaque to clients

Result<SearchPage> pageOf(const HttpRequest &request)
{
    const auto limit = limitParameter(request, Limits::pageDefault, Limits::pageMax);
    if (!limit)
        return fail(limit.error());
    SearchPage page{*limit, {}, textParameter(request, u"conversation_id"_s)};
    if (const auto cursor = textParameter(request, u"cursor"_s)) {
        bool ok = false;
        page.before = cursor->toLongLong(&ok, cursorBase);
        if (!ok || *page.before < 0)
            return fail(ErrorCode::InvalidField, u"This is no cursor of ours."_s, u"/cursor"_s);
    }
    return page;
}

Page<SearchResult> resultsOf(const FoundMessages &found)
{
    Page<SearchResult> results;
    for (const FoundMessage &item : found.items) {
        SearchResult result{item.message, {}};
        for (const Search::Stretch &stretch : item.highlights)
            result.highlights.append({stretch.offset, stretch.length});
        results.items.append(std::move(result));
    }
    results.hasMore = found.next.has_value();
    if (found.next)
        results.nextCursor = QString::number(*found.next, cursorBase);
    return results;
}

QString queryOf(const HttpRequest &request)
{
    return textParameter(request, u"q"_s).value_or(QString());
}

} // namespace

void addSearchRoutes(Router &router, SearchService &search)
{
    router.add("GET", u"/api/v1/search/messages"_s,
               [&search](HttpRequest request, Caller caller,
                         PathArguments) -> QCoro::Task<Result<HttpResponse>> {
                   auto page = pageOf(request);
                   if (!page)
                       co_return fail(std::move(page.error()));
                   const auto found =
                       co_await search.messages(caller, queryOf(request), std::move(*page));
                   if (!found)
                       co_return fail(found.error());
                   co_return json(resultsOf(*found));
               });

    router.add("GET", u"/api/v1/search/conversations"_s,
               [&search](HttpRequest request, Caller caller,
                         PathArguments) -> QCoro::Task<Result<HttpResponse>> {
                   auto found = co_await search.conversations(caller, queryOf(request));
                   if (!found)
                       co_return fail(found.error());
                   co_return json(Page<Conversation>{std::move(*found), false, {}});
               });
}

} // namespace Hearth
