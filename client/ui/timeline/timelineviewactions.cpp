// SPDX-License-Identifier: Apache-2.0
// What people can do with the messages of the timeline.
#include "ui/timeline/attachmentsource.h"
#include "ui/timeline/rowtoolbar.h"
#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>

#include <algorithm>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int toolbarOverlap = 14; // above the row
constexpr int toolbarMargin = 12;
constexpr int briefBelow = 560; // width of the view

} // namespace

void TimelineView::setRights(const RowRights &rights)
{
    if (rights == m_rights)
        return;
    m_rights = rights;
    restyle();
}

void TimelineView::setRecentReactions(std::function<QStringList()> recent)
{
    m_recentReactions = std::move(recent);
}

bool TimelineView::offers(RowAction action, int row) const
{
    return row >= 0 && m_store.rows().at(row).isMessage() && isOffered(action, m_store.itemOf(row), m_rights);
}

// Those of one's own that wait are given up here; everything else is for whoever knows the session.
void TimelineView::act(RowAction action, int row)
{
    if (!offers(action, row))
        return;
    const TimelineItem &item = m_store.itemOf(row);
    if (action == RowAction::Copy) {
        copyRow(row);
    } else if (action == RowAction::CopyMarkdown) {
        QApplication::clipboard()->setText(item.text);
    } else if (action == RowAction::Delete && item.outgoing) {
        Q_EMIT deleteRequested(QString(item.id));
    } else {
        const QRect place = m_toolbarId == item.id && m_toolbar->isVisible()
            ? m_toolbar->geometry()
            : rowRect(row).adjusted(bodyX(row), 0, 0, 0);
        const QString id = item.id;
        Q_EMIT rowActionRequested(action, id, QRect(viewport()->mapToGlobal(place.topLeft()), place.size()));
    }
}

bool TimelineView::actByKey(int key, int row)
{
    for (int i = 0; i <= int(RowAction::Delete); ++i) {
        const auto action = RowAction(i);
        if (rowActionKey(action) != key || !offers(action, row))
            continue;
        act(action, row);
        return true;
    }
    return false;
}

void TimelineView::activate(int row, int target)
{
    using Kind = MessageTarget::Kind;
    const MessageTarget what = layoutOf(row).targets().at(target);
    const TimelineItem item = m_store.itemOf(row);
    switch (what.kind) {
    case Kind::Link: Q_EMIT linkActivated(QUrl(what.url), what.label); break;
    case Kind::Retry: Q_EMIT retryRequested(item.id); break;
    case Kind::Delete: Q_EMIT deleteRequested(item.id); break;
    case Kind::Copy: copyRow(row); break;
    case Kind::File: {
        const File &file = layoutOf(row).attachments().at(what.file).file;
        actOnFile(row, file, actionOf(transferOf(file)));
        break;
    }
    case Kind::SaveFile:
        actOnFile(row, layoutOf(row).attachments().at(what.file).file, AttachmentAction::Save);
        break;
    case Kind::Quote: Q_EMIT quoteActivated(*item.reply); break;
    case Kind::Versions: act(RowAction::Versions, row); break;
    case Kind::Reaction: Q_EMIT reactionToggled(item.id, what.label); break;
    case Kind::React: act(RowAction::React, row); break;
    case Kind::Thread: act(RowAction::Thread, row); break;
    case Kind::RetryEdit: Q_EMIT changeRetried(item.refusedChange); break;
    case Kind::DropEdit: Q_EMIT changeDropped(item.refusedChange); break;
    }
}

void TimelineView::showMenu(QPoint globalPos, const Hit &hit)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"messageMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (hasSelection())
        menu->addAction(tr("Copy"), this, &TimelineView::copySelection);
    if (hit.target >= 0) {
        const MessageTarget &target = layoutOf(hit.row).targets().at(hit.target);
        if (target.kind == MessageTarget::Kind::Link) {
            menu->addAction(tr("Copy link"), this,
                            [url = target.url] { QApplication::clipboard()->setText(url); });
        }
        addFileActions(*menu, hit);
    }
    for (int i = 0; i <= int(RowAction::Delete); ++i) {
        const auto action = RowAction(i);
        if (!offers(action, hit.row))
            continue;
        if (action == RowAction::Delete)
            menu->addSeparator();
        QString label = rowActionLabel(action, m_store.itemOf(hit.row));
        if (const int key = rowActionKey(action))
            label += u'\t' + QKeySequence(key).toString(QKeySequence::NativeText);
        menu->addAction(label, this,
                        [this, action, id = hit.place.rowId] { act(action, m_store.indexOf(id)); });
    }
    menu->addSeparator();
    menu->addAction(tr("Select all"), this, &TimelineView::selectAll);
    menu->popup(globalPos);
}

void TimelineView::addFileActions(QMenu &menu, const Hit &hit)
{
    const MessageTarget &target = layoutOf(hit.row).targets().at(hit.target);
    if (target.file < 0)
        return;
    const AttachmentBox &box = layoutOf(hit.row).attachments().at(target.file);
    const auto add = [&](AttachmentAction action) {
        menu.addAction(actionLabel(action), this, [this, id = hit.place.rowId, file = box.file, action] {
            if (const int row = m_store.indexOf(id); row >= 0)
                actOnFile(row, file, action);
        });
    };
    add(actionOf(transferOf(box.file)));
    if (!box.save.isNull())
        add(AttachmentAction::Save);
}

// Over the row under the pointer, or the one that the keyboard is at.
void TimelineView::updateToolbar()
{
    const QString id = viewport()->underMouse() || m_toolbar->underMouse() ? m_hoverId
        : hasFocus()                                                       ? m_currentId
                                                                           : QString();
    const int row = m_store.indexOf(id);
    const RowFlow::Placed *placed = row < 0 ? nullptr : m_flow.placed(row);
    if (!placed || m_selecting || !offers(RowAction::Copy, row)
        || m_store.itemOf(row).type == MessageType::System) {
        m_toolbar->hide();
        m_toolbarId.clear();
        return;
    }
    m_toolbarId = id;
    m_toolbar->showFor(m_store.itemOf(row), m_rights, m_recentReactions ? m_recentReactions() : QStringList(),
                       viewport()->width() < briefBelow);
    const int x = isRightToLeft() ? toolbarMargin : viewport()->width() - toolbarMargin - m_toolbar->width();
    // A row of one line has no room for it.
    const int lift = m_style.row.nameInText ? m_toolbar->height() : toolbarOverlap;
    m_toolbar->move(x, std::max(2, placed->y - lift));
}

QString TimelineView::reactionText(int row, const QString &emoji) const
{
    const QList<Reaction> &reactions = m_store.itemOf(row).reactions;
    const auto reaction = std::ranges::find(reactions, emoji, &Reaction::emoji);
    if (reaction == reactions.end())
        return emoji;
    QStringList names;
    for (const UserId &id : reaction->userIds)
        names.append(id == m_store.self() ? tr("You") : m_store.nameOf(id));
    const int others = reaction->count - int(names.size());
    if (others > 0)
        names.append(tr("%Ln others", nullptr, others));
    return tr("%1 %2", "an emoji, and who reacted with it").arg(emoji, QLocale().createSeparatedList(names));
}

} // namespace Hearth
