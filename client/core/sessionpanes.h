// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/conversationadmin_p.h"
#include "core/devices_p.h"
#include "core/notifications_p.h"
#include "core/profile_p.h"
#include "core/safety_p.h"
#include "core/search_p.h"
#include "core/threads_p.h"

namespace Hearth {

// The parts of a session behind the panes beside the conversation.
class SessionPanes
{
public:
    SessionPanes(Session &session, Rest &rest, LocalStore &store, Roster &roster, People &people,
                 Connection &connection, const MessageChanges &changes, Account &account);

    void load(const StoredState &state);

private:
    ConversationAdmin::Private *m_adminParts = nullptr;
    Notifications::Private *m_notificationParts = nullptr;

public:
    ConversationAdmin admin;
    Devices devices;
    Notifications notifications;
    Profile profile;
    Safety safety;
    Search search;
    Threads threads;
};

} // namespace Hearth
