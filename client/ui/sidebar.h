// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ids.h"

#include <QWidget>

class QPushButton;
class QStackedWidget;

namespace Hearth {

class BadgeButton;
class ConnectionNotice;
class ConversationFilter;
class ConversationListModel;
class ConversationListView;
class EmptyState;
class IconButton;
class ListFilters;
class SearchField;
class SelfBar;
class Session;
class Theme;

// The left column: filter, conversations, and oneself at the foot.
class Sidebar : public QWidget
{
    Q_OBJECT

public:
    Sidebar(Session &session, ConversationListModel &conversations, const ConnectionNotice &notice,
            Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] ConversationListView &list() { return *m_list; }
    [[nodiscard]] SelfBar &selfBar() { return *m_self; }
    [[nodiscard]] IconButton &newButton() { return *m_new; }
    void focusFilter();
    void setAlone(bool alone); // the only column: it has to say what is wrong with the connection, too

Q_SIGNALS:
    void openRequested(const ConversationId &id);
    void newConversationRequested();
    void inboxRequested();
    void searchRequested(const QString &text); // for messages everywhere
    void noticeActionTriggered();

private:
    void joinFilters();
    void showFittingPage();
    void showEmptyKind();
    void showUnreadNotifications();

    Session &m_session;
    ConversationListModel &m_conversations;
    ConversationFilter *const m_filter;
    SearchField *const m_search;
    BadgeButton *const m_inbox;
    IconButton *const m_new;
    ListFilters *const m_filters;
    QPushButton *const m_searchMessages;
    ConversationListView *const m_list;
    EmptyState *const m_empty;
    QStackedWidget *const m_stack;
    QWidget *const m_noticeArea;
    SelfBar *const m_self;
};

} // namespace Hearth
