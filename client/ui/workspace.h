// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ids.h"

#include <QWidget>

class QAction;

namespace Hearth {

class AccountMenu;
class Appearance;
class ClientSettings;
class ColumnSplitter;
class ConnectionNotice;
class ConversationListModel;
class ConversationPane;
class Session;
class Sidebar;
class WorkspacePanes;
class WritingTools;

// Everything that is seen of one account: conversations on the left, the open one beside them, and below
// 720 px of width one of the two.
class Workspace : public QWidget
{
    Q_OBJECT

public:
    Workspace(Session &session, Appearance &appearance, ClientSettings &settings, WritingTools &tools,
              QWidget *parent = nullptr);
    ~Workspace() override;

    void open(const ConversationId &id);
    void openAt(const ConversationId &id, qint64 seq);
    [[nodiscard]] ConversationId conversation() const; // that is open; empty: none
    void closeConversation(); // back to the list
    [[nodiscard]] QString title() const; // "(3) Ana"; empty when there is nothing to tell

Q_SIGNALS:
    void titleChanged();
    void signInRequested(); // the session has ended
    void signOutRequested();
    void addAccountRequested();
    void settingsRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeActions();
    void arrange();
    void step(int rows);
    void leaveIfGone();
    void startDirect();
    void startGroup();
    void switchQuickly();
    void showShortcuts();
    void showMenu();
    void handleNotice();

    Session &m_session;
    Appearance &m_appearance;
    ClientSettings &m_settings;
    ConversationListModel *const m_conversations;
    ConnectionNotice *const m_notice;
    Sidebar *const m_sidebar;
    ConversationPane *const m_pane;
    ColumnSplitter *const m_splitter;
    AccountMenu *const m_menu;
    WorkspacePanes *const m_panes;
    QAction *m_back = nullptr;
};

} // namespace Hearth
