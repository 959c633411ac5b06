// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ids.h"

class QMenu;

namespace Hearth {

class Session;

// What a person may do with a conversation for themselves: mark as read or unread, pin, mute, choose what it
// notifies of, archive.
void fillConversationMenu(QMenu &menu, Session &session, const ConversationId &id);

void markConversationRead(Session &session, const ConversationId &id);
void markConversationUnread(Session &session, const ConversationId &id); // its last message
void togglePinned(Session &session, const ConversationId &id);
void toggleMuted(Session &session, const ConversationId &id); // until it is turned on again
void toggleArchived(Session &session, const ConversationId &id);

} // namespace Hearth
