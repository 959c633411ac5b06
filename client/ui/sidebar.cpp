// SPDX-License-Identifier: Apache-2.0
#include "ui/sidebar.h"

#include "models/conversationfilter.h"
#include "models/conversationlistmodel.h"
#include "ui/connectionbanner.h"
#include "ui/conversationlistview.h"
#include "ui/emptystate.h"
#include "ui/iconbutton.h"
#include "ui/pillbutton.h"
#include "ui/searchfield.h"
#include "ui/selfbar.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Hearth {

Sidebar::Sidebar(Session &session, ConversationListModel &conversations, const ConnectionNotice &notice,
                 Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_conversations(conversations)
    , m_theme(theme)
    , m_filter(new ConversationFilter(conversations, this))
    , m_search(new SearchField(tr("Filter conversations"), theme, this))
    , m_new(new IconButton(QStringLiteral("plus"), tr("Start a conversation or a group"), theme, this))
    , m_list(new ConversationListView(conversations, *m_filter, theme, this))
    , m_empty(new EmptyState(this))
    , m_stack(new QStackedWidget(this))
    , m_noticeArea(new QWidget(this))
    , m_self(new SelfBar(session, theme, this))
{
    setObjectName(QStringLiteral("sidebar"));
    setBackgroundRole(QPalette::AlternateBase);
    setAutoFillBackground(true);
    m_search->setObjectName(QStringLiteral("conversationFilter"));
    m_search->setList(m_list);
    m_new->setObjectName(QStringLiteral("newButton"));
    m_empty->setObjectName(QStringLiteral("listEmptyState"));
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);

    auto *banner = new ConnectionBanner(notice, theme, m_noticeArea);
    auto *noticeLayout = new QVBoxLayout(m_noticeArea);
    noticeLayout->setContentsMargins({});
    noticeLayout->addWidget(banner);
    m_noticeArea->hide();

    auto *top = new QHBoxLayout;
    top->setContentsMargins(12, 8, 10, 0);
    top->setSpacing(6);
    top->addWidget(m_search);
    top->addWidget(m_new);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_noticeArea);
    layout->addLayout(top);
    layout->addWidget(makeFilters());
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_self);

    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setText(text);
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
    connect(banner, &Banner::actionTriggered, this, &Sidebar::noticeActionTriggered);
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_filter, signal, this, &Sidebar::showFittingPage);
    connect(m_filter, &QAbstractItemModel::modelReset, this, &Sidebar::showFittingPage);
    showFittingPage();
}

QWidget *Sidebar::makeFilters()
{
    auto *filters = new QWidget(this);
    auto *layout = new QHBoxLayout(filters);
    layout->setContentsMargins(10, 6, 10, 6);
    layout->setSpacing(4);
    auto *group = new QButtonGroup(filters);
    const auto add = [&](const QString &text, const QString &objectName, bool unreadOnly) {
        auto *button = new PillButton(text, m_theme, filters);
        button->setObjectName(objectName);
        button->setChecked(!unreadOnly);
        group->addButton(button);
        layout->addWidget(button);
        connect(button, &QAbstractButton::toggled, this, [this, unreadOnly](bool on) {
            if (on)
                setUnreadOnly(unreadOnly);
        });
    };
    add(tr("All"), QStringLiteral("filterAll"), false);
    add(tr("Unread"), QStringLiteral("filterUnread"), true);
    layout->addStretch();
    return filters;
}

void Sidebar::focusFilter()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void Sidebar::setUnreadOnly(bool unreadOnly)
{
    m_filter->setUnreadOnly(unreadOnly);
    showFittingPage();
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
        m_empty->setText(tr("All read"), tr("There is nothing new."));
    else
        m_empty->setText(tr("No results"), tr("No conversation is called “%1”.").arg(text));
}

} // namespace Hearth
