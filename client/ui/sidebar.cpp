// SPDX-License-Identifier: Apache-2.0
#include "ui/sidebar.h"

#include "core/notifications.h"
#include "core/session.h"
#include "models/conversationfilter.h"
#include "models/conversationlistmodel.h"
#include "models/phrases.h"
#include "ui/connectionbanner.h"
#include "ui/conversationlistview.h"
#include "ui/emptystate.h"
#include "ui/iconbutton.h"
#include "ui/mirroredmargins.h"
#include "ui/panes/badgebutton.h"
#include "ui/panes/listfilters.h"
#include "ui/searchfield.h"
#include "ui/selfbar.h"
#include "ui/timeline/avatars.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Hearth {

Sidebar::Sidebar(Session &session, ConversationListModel &conversations, const ConnectionNotice &notice,
                 Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_conversations(conversations)
    , m_filter(new ConversationFilter(conversations, this))
    , m_search(new SearchField(tr("Filter"), theme, this))
    , m_inbox(new BadgeButton(QStringLiteral("bell"), tr("Notifications"), theme, this))
    , m_new(new IconButton(QStringLiteral("plus"), tr("Start a conversation or a group"), theme, this))
    , m_filters(new ListFilters(theme, this))
    , m_searchMessages(new QPushButton(this))
    , m_list(new ConversationListView(conversations, *m_filter, theme, Avatars::of(session), this))
    , m_empty(new EmptyState(this))
    , m_stack(new QStackedWidget(this))
    , m_noticeArea(new QWidget(this))
    , m_self(new SelfBar(session, theme, this))
{
    setObjectName(QStringLiteral("sidebar"));
    setBackgroundRole(QPalette::AlternateBase);
    setAutoFillBackground(true);
    m_search->setObjectName(QStringLiteral("conversationFilter"));
    m_search->setAccessibleName(tr("Filter conversations")); // the field has no room for it
    m_search->setList(m_list);
    m_inbox->setObjectName(QStringLiteral("inboxButton"));
    m_new->setObjectName(QStringLiteral("newButton"));
    m_searchMessages->setObjectName(QStringLiteral("searchMessages"));
    m_searchMessages->setFlat(true);
    m_searchMessages->setFocusPolicy(Qt::TabFocus);
    m_searchMessages->hide();
    m_empty->setObjectName(QStringLiteral("listEmptyState"));
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);

    auto *banner = new ConnectionBanner(notice, theme, m_noticeArea);
    auto *noticeLayout = new QVBoxLayout(m_noticeArea);
    noticeLayout->setContentsMargins({});
    noticeLayout->addWidget(banner);
    m_noticeArea->hide();

    auto *top = new QHBoxLayout;
    setMirroredMargins(*top, *this, {12, 8, 10, 0});
    top->setSpacing(6);
    top->addWidget(m_search);
    top->addWidget(m_inbox);
    top->addWidget(m_new);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_noticeArea);
    layout->addLayout(top);
    layout->addWidget(m_filters);
    layout->addWidget(m_searchMessages);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_self);

    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setText(text);
        const QString shown = text.simplified();
        m_searchMessages->setText(tr("Search messages for “%1”").arg(singleLine(shown).left(24)));
        m_searchMessages->setVisible(!shown.isEmpty());
        showFittingPage();
    });
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        const QModelIndex current = m_list->currentIndex();
        const QModelIndex chosen = current.isValid() ? current : m_filter->index(0, 0);
        if (chosen.isValid())
            Q_EMIT openRequested(chosen.data(ConversationListModel::IdRole).toString());
    });
    connect(m_list, &ConversationListView::openRequested, this, &Sidebar::openRequested);
    connect(m_empty, &EmptyState::actionTriggered, this, &Sidebar::newConversationRequested);
    joinFilters();
    connect(banner, &Banner::actionTriggered, this, &Sidebar::noticeActionTriggered);
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_filter, signal, this, &Sidebar::showFittingPage);
    connect(m_filter, &QAbstractItemModel::modelReset, this, &Sidebar::showFittingPage);
    showFittingPage();
}

void Sidebar::joinFilters()
{
    connect(m_filters, &ListFilters::chosen, this, [this](ConversationFilter::Kind kind) {
        m_filter->setKind(kind);
        showFittingPage();
    });
    connect(m_searchMessages, &QPushButton::clicked, this,
            [this] { Q_EMIT searchRequested(m_search->text().simplified()); });
    connect(m_inbox, &QAbstractButton::clicked, this, &Sidebar::inboxRequested);
    connect(&m_session.notifications(), &Notifications::changed, this, &Sidebar::showUnreadNotifications);
    showUnreadNotifications();
}

void Sidebar::showUnreadNotifications()
{
    m_inbox->setCount(m_session.notifications().unreadCount());
}

void Sidebar::focusFilter()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void Sidebar::setAlone(bool alone)
{
    m_noticeArea->setVisible(alone);
}

void Sidebar::showFittingPage()
{
    m_stack->setCurrentWidget(m_filter->rowCount() > 0 ? static_cast<QWidget *>(m_list) : m_empty);
    if (m_conversations.rowCount() == 0) {
        m_empty->setText(tr("No conversations yet"), tr("Find somebody and say hello."));
        m_empty->setAction(tr("Start a conversation"));
        return;
    }
    m_empty->setAction({});
    const QString text = m_search->text().simplified();
    if (text.isEmpty())
        showEmptyKind();
    else
        m_empty->setText(tr("No results"), tr("No conversation is called “%1”.").arg(text));
}

void Sidebar::showEmptyKind()
{
    switch (m_filter->kind()) {
    case ConversationFilter::Kind::All:
        m_empty->setText(tr("Everything is archived"), tr("Archived conversations are under “More”."));
        break;
    case ConversationFilter::Kind::Unread:
        m_empty->setText(tr("All read"), tr("There is nothing new."));
        break;
    case ConversationFilter::Kind::Mentions:
        m_empty->setText(tr("No mentions"), tr("Nobody has mentioned you in something you have not read."));
        break;
    case ConversationFilter::Kind::Direct:
        m_empty->setText(tr("No direct conversations"), tr("Find somebody and say hello."));
        break;
    case ConversationFilter::Kind::Groups:
        m_empty->setText(tr("No groups"), tr("Start one with Ctrl+Shift+N."));
        break;
    case ConversationFilter::Kind::Archived:
        m_empty->setText(tr("Nothing is archived"), tr("What you archive leaves the list and is kept here."));
        break;
    }
}

} // namespace Hearth
