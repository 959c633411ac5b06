// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "wire/codecs.h"

// The bodies of /api/v1/notifications.
namespace Hearth {

// One page, newest first, and how many are unread on all pages together.
struct NotificationList {
    QList<Notification> items;
    bool hasMore = false;
    std::optional<QString> nextCursor = {};
    int unreadCount = 0;
};

template<typename F, Const<NotificationList> T>
void describe(F &f, T &v)
{
    f.required("notifications", v.items);
    f.required("has_more", v.hasMore);
    f.optional("next_cursor", v.nextCursor);
    f.required("unread_count", v.unreadCount);
}

// Up to which number everything counts as read; all there is when it is left out.
struct ReadNotifications {
    std::optional<qint64> upTo = {};
};

template<typename F, Const<ReadNotifications> T>
void describe(F &f, T &v)
{
    f.optional("up_to", v.upTo);
}

} // namespace Hearth
