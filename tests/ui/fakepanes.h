// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/conversationadmin.h"
#include "core/notifications.h"
#include "core/safety.h"
#include "core/search.h"
#include "core/threads.h"
#include "fakesession.h"

namespace Hearth::Test {

// What the parts of a FakeSession behind the panes know and were asked. fakepanes.cpp defines their members.
struct FakePanes {
    QStringList asked; // "pin c 1", "rename c Crew" …
    std::optional<Error> refusal; // of what the server decides

    QList<SearchResult> stored; // found here
    QList<SearchResult> onServer; // found there, in pages of `pageSize`
    int pageSize = 100;
    std::optional<Error> searchRefusal;
    QList<Search::Query> queries; // that the server was asked
    std::optional<qint64> place; // of the date that is looked for
    Timestamp placeAsked = {};

    QHash<MessageId, QList<Message>> threads; // by root
    QList<Notification> notifications; // newest first; give a change with notify()
    int unreadNotifications = 0;

    QList<User> blocked;
};

[[nodiscard]] FakePanes &panesOf(Session &session);
void notify(Session &session, const QList<Notification> &notifications);

} // namespace Hearth::Test
