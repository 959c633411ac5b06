// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "wire/codecs.h"

// The answer of /api/v1/messages/:id/receipts.
namespace Hearth {

struct Receipt {
    UserId userId;
    Timestamp at = {};
};

template<typename F, Const<Receipt> T>
void describe(F &f, T &v)
{
    f.required("user_id", v.userId);
    f.required("at", v.at);
}

// Who has received and who has read a message, for one page of the members.
struct ReceiptList {
    QList<Receipt> delivered;
    QList<Receipt> read;
    bool hasMore = false;
    std::optional<QString> nextCursor = {};
};

template<typename F, Const<ReceiptList> T>
void describe(F &f, T &v)
{
    f.required("delivered", v.delivered);
    f.required("read", v.read);
    f.required("has_more", v.hasMore);
    f.optional("next_cursor", v.nextCursor);
}

} // namespace Hearth
