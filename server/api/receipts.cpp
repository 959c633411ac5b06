// SPDX-License-Identifier: Apache-2.0
#include "api/receipts.h"

#include "api/parameters.h"
#include "services/receiptservice.h"
#include "wire/limits.h"
#include "wire/receipts.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int membersByDefault = 100;
constexpr int membersMax = 1'000;

ReceiptList listOf(const ReceiptPage &page)
{
    ReceiptList list;
    for (const MemberReceipt &member : page.items) {
        if (member.deliveredAt)
            list.delivered.append({member.userId, *member.deliveredAt});
        if (member.readAt)
            list.read.append({member.userId, *member.readAt});
    }
    list.hasMore = page.hasMore;
    if (page.hasMore)
        list.nextCursor = encodeCursor(page.items.last().userId);
    return list;
}

} // namespace

void addReceiptRoutes(Router &router, ReceiptService &receipts)
{
    router.add("GET", u"/api/v1/messages/:id/receipts"_s,
               [&receipts](HttpRequest request, Caller caller,
                           PathArguments path) -> QCoro::Task<Result<HttpResponse>> {
                   const auto limit = limitParameter(request, membersByDefault, membersMax);
                   if (!limit)
                       co_return fail(limit.error());
                   const auto cursor = cursorParameter(request);
                   if (!cursor)
                       co_return fail(cursor.error());
                   const auto page = co_await receipts.receiptsOf(caller, path[0], *limit, *cursor);
                   if (!page)
                       co_return fail(page.error());
                   co_return json(listOf(*page));
               });
}

} // namespace Hearth
