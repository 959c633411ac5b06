// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/rowactions.h"

#include <QCoreApplication>

namespace Hearth {

namespace {

struct ActionText {
    Q_DECLARE_TR_FUNCTIONS(Hearth::TimelineView)
};

} // namespace

QString rowActionLabel(RowAction action, const TimelineItem &item)
{
    switch (action) {
    case RowAction::React: return ActionText::tr("React…");
    case RowAction::Reply: return ActionText::tr("Reply");
    case RowAction::Thread: return ActionText::tr("Open the thread");
    case RowAction::Edit: return ActionText::tr("Edit");
    case RowAction::Pin: return item.pinned ? ActionText::tr("Unpin") : ActionText::tr("Pin for everybody");
    case RowAction::Copy: return ActionText::tr("Copy message");
    case RowAction::CopyMarkdown: return ActionText::tr("Copy as Markdown");
    case RowAction::CopyLink: return ActionText::tr("Copy link to the message");
    case RowAction::MarkUnread: return ActionText::tr("Mark unread from here");
    case RowAction::Versions: return ActionText::tr("Earlier versions…");
    case RowAction::Readers: return ActionText::tr("Who has read it…");
    case RowAction::Report: return ActionText::tr("Report the message…");
    case RowAction::Delete: return ActionText::tr("Delete");
    }
    Q_UNREACHABLE();
}

int rowActionKey(RowAction action)
{
    switch (action) {
    case RowAction::React: return Qt::Key_Plus;
    case RowAction::Reply: return Qt::Key_R;
    case RowAction::Thread: return Qt::Key_T;
    case RowAction::Edit: return Qt::Key_E;
    case RowAction::Pin: return Qt::Key_P;
    case RowAction::Copy: return Qt::Key_C;
    case RowAction::MarkUnread: return Qt::Key_U;
    case RowAction::Delete: return Qt::Key_Delete;
    case RowAction::CopyMarkdown:
    case RowAction::CopyLink:
    case RowAction::Versions:
    case RowAction::Readers:
    case RowAction::Report: break;
    }
    return 0;
}

bool isOffered(RowAction action, const TimelineItem &item, const RowRights &rights)
{
    if (action == RowAction::Copy)
        return !item.deleted;
    if (item.type == MessageType::System || item.deleted)
        return false;
    const bool waits = item.outgoing.has_value();
    switch (action) {
    case RowAction::Delete:
        return waits ? item.outgoing != OutgoingState::Sending : item.own || rights.moderates;
    case RowAction::Edit: return rights.writes && item.own && item.outgoing != OutgoingState::Sending;
    case RowAction::React:
    case RowAction::Pin: return rights.writes && !waits;
    case RowAction::Reply: return rights.writes && rights.threads && !waits;
    case RowAction::Thread: return rights.threads && !waits;
    case RowAction::CopyMarkdown: return !item.text.isEmpty();
    case RowAction::CopyLink: return item.seq > 0;
    case RowAction::MarkUnread: return rights.threads && item.seq > 0;
    case RowAction::Versions: return item.edited && !waits;
    case RowAction::Readers: return item.own && !waits;
    case RowAction::Report: return !item.own;
    case RowAction::Copy: break;
    }
    return false;
}

} // namespace Hearth
