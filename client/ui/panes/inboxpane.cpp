// SPDX-License-Identifier: Apache-2.0
#include "ui/panes/inboxpane.h"

#include "core/notifications.h"
#include "core/session.h"
#include "models/notificationmodel.h"
#include "ui/emptystate.h"
#include "ui/panes/panelist.h"
#include "ui/panes/panemargin.h"
#include "ui/timeline/avatars.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace Hearth {

InboxPane::InboxPane(Session &session, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new NotificationModel(session, this))
    , m_list(new PaneList(tr("Notifications"), *m_model, theme, Avatars::of(session), this))
    , m_readAll(new QPushButton(tr("Mark all as read"), this))
{
    m_readAll->setObjectName(QStringLiteral("readAll"));
    m_readAll->setToolTip(tr("Shift+Esc"));
    m_readAll->setShortcut(Qt::SHIFT | Qt::Key_Escape);
    m_list->empty().setText(tr("No notifications"),
                            tr("When somebody mentions you or replies to you, you find it here."));
    auto *top = new QHBoxLayout;
    top->setContentsMargins(paneMargin, 8, paneMargin, 6);
    top->addStretch();
    top->addWidget(m_readAll);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_list, 1);
    setFocusProxy(m_list);

    auto *read = new QAction(tr("Mark as read"), m_list);
    read->setShortcut(Qt::Key_Delete);
    read->setShortcutContext(Qt::WidgetShortcut);
    m_list->view().addAction(read);
    m_list->view().setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(read, &QAction::triggered, this, &InboxPane::readCurrent);
    connect(m_readAll, &QPushButton::clicked, this, [this] { m_session.notifications().markAllRead(); });
    connect(m_list, &PaneList::chosen, this, &InboxPane::choose);
    connect(&session.notifications(), &Notifications::changed, this, &InboxPane::refresh);
    refresh();
}

void InboxPane::refresh()
{
    m_readAll->setVisible(m_session.notifications().unreadCount() > 0);
}

void InboxPane::choose(const PaneRow &row)
{
    m_session.notifications().markRead(row.id);
    if (!row.conversation.isEmpty())
        Q_EMIT messageRequested(row);
}

void InboxPane::readCurrent()
{
    const QModelIndex current = m_list->view().currentIndex();
    if (current.isValid())
        m_session.notifications().markRead(current.data(PaneRoles::RowRole).value<PaneRow>().id);
}

} // namespace Hearth
