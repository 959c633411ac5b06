// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ids.h"

#include <QCoroTask>
#include <QDate>
#include <QObject>

#include <optional>

class QAction;
class QSplitter;
class QWidget;

namespace Hearth {

class ClientSettings;
class ConversationPane;
class PanePlace;
class RightPane;
class Session;
class Sidebar;
class Theme;
class WritingTools;

// What joins the right pane and the menus of conversations with the rest of a workspace: the keys, the
// buttons that open it, and the way from a result to its message.
class WorkspacePanes : public QObject
{
    Q_OBJECT

public:
    struct Around { // all owned by the window
        QWidget &window;
        QSplitter &splitter;
        Sidebar &sidebar;
        ConversationPane &conversation;
    };

    WorkspacePanes(Session &session, WritingTools &tools, Theme &theme, ClientSettings &settings,
                   const Around &around);

    void arrange(std::optional<int> listWidth); // see PanePlace
    void setConversation(const ConversationId &id); // that is open now
    [[nodiscard]] bool isPaneOpen() const;
    [[nodiscard]] RightPane &pane() { return *m_pane; }

    void showThread(const MessageId &root); // of the open conversation
    void showMessage(const ConversationId &id, qint64 seq);

Q_SIGNALS:
    void openRequested(const ConversationId &id);
    void arrangementChanged();

private:
    void makeActions();
    void joinConversation();
    void joinList();
    void toggleInfo();
    void search();
    void searchEverywhere(const QString &text);
    void showPinned();
    void showMenuOf(const ConversationId &id, const QPoint &globalPos, bool open);
    void stepUnread(int step);
    void askForDate(QDate shown = QDate::currentDate());
    QCoro::Task<void> goToDate(ConversationId id, QDate day);
    QCoro::Task<void> startDirect(UserId user);
    [[nodiscard]] const ConversationId &open() const;

    Session &m_session;
    const Around m_around;
    RightPane *const m_pane;
    PanePlace *const m_place;
    QList<QAction *> m_ofConversation; // that need an open one
};

} // namespace Hearth
