// SPDX-License-Identifier: Apache-2.0
#include "ui/panes/conversationmenu.h"

#include "core/conversationadmin.h"
#include "core/session.h"
#include "models/conversationrow.h"
#include "ui/panes/mutechoice.h"

#include <QMenu>

namespace Hearth {

namespace {

struct ConversationMenu {
    Q_DECLARE_TR_FUNCTIONS(ConversationMenu)
};

OwnMembership membership(Session &session, const ConversationId &id)
{
    const auto summary = session.conversation(id);
    return summary ? summary->conversation.my : OwnMembership();
}

bool isUnread(Session &session, const ConversationId &id)
{
    const auto summary = session.conversation(id);
    return summary && unreadOf(summary->conversation) > 0;
}

void addMute(QMenu &menu, Session &session, const ConversationId &id, const OwnMembership &my)
{
    if (!MuteChoice::state(my).isEmpty()) {
        menu.addAction(ConversationMenu::tr("Unmute"), &session,
                       [&session, id] { session.admin().mute(id, {}); });
        return;
    }
    QMenu *mute = menu.addMenu(ConversationMenu::tr("Mute"));
    for (const MuteChoice &choice : MuteChoice::all()) {
        mute->addAction(choice.text, &session, [&session, id, duration = choice.duration] {
            session.admin().mute(id, now() + duration);
        });
    }
}

void addLevel(QMenu &menu, Session &session, const ConversationId &id, const OwnMembership &my)
{
    QMenu *levels = menu.addMenu(ConversationMenu::tr("Notify me of"));
    for (const NotifyLevel level : {NotifyLevel::All, NotifyLevel::Mentions, NotifyLevel::None}) {
        QAction *action = levels->addAction(MuteChoice::levelName(level), &session,
                                            [&session, id, level] { session.admin().setLevel(id, level); });
        action->setCheckable(true);
        action->setChecked(my.level == level);
    }
}

} // namespace

void markConversationRead(Session &session, const ConversationId &id)
{
    if (const auto summary = session.conversation(id))
        session.markRead(id, summary->conversation.lastSeq);
}

void markConversationUnread(Session &session, const ConversationId &id)
{
    const auto summary = session.conversation(id);
    if (summary && summary->conversation.lastSeq > 0)
        session.admin().setUnreadFrom(id, summary->conversation.lastSeq);
}

void togglePinned(Session &session, const ConversationId &id)
{
    session.admin().setPinned(id, !membership(session, id).pinned);
}

void toggleMuted(Session &session, const ConversationId &id)
{
    const bool muted = !MuteChoice::state(membership(session, id)).isEmpty();
    session.admin().mute(id, muted ? std::nullopt : std::optional(now() + MuteChoice::all().last().duration));
}

void toggleArchived(Session &session, const ConversationId &id)
{
    session.admin().setArchived(id, !membership(session, id).archived);
}

void fillConversationMenu(QMenu &menu, Session &session, const ConversationId &id)
{
    const OwnMembership my = membership(session, id);
    const auto add = [&](const QString &text, void (*what)(Session &, const ConversationId &)) {
        return menu.addAction(text, &session, [&session, id, what] { what(session, id); });
    };
    if (isUnread(session, id))
        add(ConversationMenu::tr("Mark as read"), &markConversationRead);
    else
        add(ConversationMenu::tr("Mark as unread"), &markConversationUnread);
    add(my.pinned ? ConversationMenu::tr("Unpin") : ConversationMenu::tr("Pin to the top"), &togglePinned);
    addMute(menu, session, id, my);
    addLevel(menu, session, id, my);
    add(my.archived ? ConversationMenu::tr("Take out of the archive") : ConversationMenu::tr("Archive"),
        &toggleArchived);
}

} // namespace Hearth
