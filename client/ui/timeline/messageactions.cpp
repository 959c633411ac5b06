// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/messageactions.h"

#include "core/conversationadmin.h"
#include "core/messagechanges.h"
#include "core/session.h"
#include "ui/timeline/readersdialog.h"
#include "ui/timeline/timelinepane.h"
#include "ui/timeline/timelineview.h"
#include "ui/timeline/undotoast.h"
#include "ui/timeline/versionsdialog.h"

#include <algorithm>

namespace Hearth {

MessageActions::MessageActions(Session &session, const TimelineStore &store, TimelineView &view, Theme &theme,
                               TimelinePane &pane)
    : QObject(&pane)
    , m_session(session)
    , m_store(store)
    , m_pane(pane)
    , m_toast(new UndoToast(theme, &pane))
{
    connect(&view, &TimelineView::rowActionRequested, this, &MessageActions::act);
    connect(&view, &TimelineView::reactionToggled, this, &MessageActions::toggleReaction);
    connect(&view, &TimelineView::changeRetried, this,
            [this](const QString &id) { m_session.changes().retry(id); });
    connect(&view, &TimelineView::changeDropped, this,
            [this](const QString &id) { m_session.changes().drop(id); });
}

void MessageActions::arrange()
{
    m_toast->arrange();
}

MessageRef MessageActions::refOf(const TimelineItem &item) const
{
    return {m_pane.conversation(), item.messageId, item.seq};
}

void MessageActions::act(RowAction action, const QString &rowId, const QRect &globalAnchor)
{
    const int row = m_store.indexOf(rowId);
    if (row < 0)
        return;
    const TimelineItem item = m_store.itemOf(row);
    switch (action) {
    case RowAction::React: Q_EMIT m_pane.reactionRequested(refOf(item), globalAnchor); break;
    case RowAction::Reply: Q_EMIT m_pane.replyRequested(item); break;
    case RowAction::Thread: Q_EMIT m_pane.threadRequested(item.threadRootId); break;
    case RowAction::Edit: Q_EMIT m_pane.editRequested(item); break;
    case RowAction::Pin: m_session.changes().setPinned(refOf(item), !item.pinned); break;
    case RowAction::Versions: (new VersionsDialog(m_session, item, &m_pane))->open(); break;
    case RowAction::Readers: (new ReadersDialog(m_session, item.messageId, &m_pane))->open(); break;
    case RowAction::Report: Q_EMIT m_pane.reportRequested(item.messageId); break;
    case RowAction::Delete: remove(refOf(item)); break;
    case RowAction::MarkUnread:
        m_session.admin().setUnreadFrom(m_pane.conversation(), item.seq);
        m_pane.readNoMore();
        break;
    case RowAction::CopyLink: Q_EMIT m_pane.linkRequested(refOf(item)); break;
    case RowAction::Copy:
    case RowAction::CopyMarkdown: break; // the view has the text
    }
}

void MessageActions::toggleReaction(const QString &rowId, const QString &emoji)
{
    const int row = m_store.indexOf(rowId);
    if (row < 0)
        return;
    const TimelineItem &item = m_store.itemOf(row);
    const auto reaction = std::ranges::find(item.reactions, emoji, &Reaction::emoji);
    const bool own = reaction != item.reactions.end() && reaction->userIds.contains(m_session.userId());
    m_session.changes().setReaction(refOf(item), emoji, !own);
}

void MessageActions::remove(const MessageRef &message)
{
    const QString change = m_session.changes().remove(message);
    m_toast->offer(tr("The message was deleted."), [this, change] { m_session.changes().drop(change); });
}

} // namespace Hearth
