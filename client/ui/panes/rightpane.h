// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/panerow.h"

#include <QWidget>

class QLabel;
class QStackedWidget;

namespace Hearth {

class IconButton;
class InboxPane;
class InfoPane;
class PinnedPane;
class SearchPane;
class Session;
class Theme;
class ThreadPane;
class WritingTools;

// What stands beside the conversation, one at a time: a thread, what the conversation is, its pinned
// messages, a search, the notifications.
class RightPane : public QWidget
{
    Q_OBJECT

public:
    enum class Page { None, Thread, Info, Pinned, Search, Inbox };

    RightPane(Session &session, WritingTools &tools, Theme &theme, QWidget *parent = nullptr);

    void showThread(const ConversationId &id, const MessageId &root);
    void showInfo(const ConversationId &id);
    void showPinned(const ConversationId &id);
    // In one conversation, or everywhere; an empty text leaves what was searched for last.
    void showSearch(const std::optional<ConversationId> &in, const QString &text = {});
    void showInbox();
    void closePane();

    [[nodiscard]] Page page() const { return m_page; }
    [[nodiscard]] bool isOpen() const { return m_page != Page::None; }
    [[nodiscard]] SearchPane &search() { return *m_search; }

    // Another conversation is open (or none): what belongs to the last one goes along or is closed.
    void setConversation(const ConversationId &id);
    void setAfloat(bool afloat); // over the conversation: an edge separates it from what is beneath

Q_SIGNALS:
    void openChanged();
    void messageRequested(const ConversationId &id, qint64 seq);
    void directRequested(const UserId &user);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showPage(Page page, QWidget *widget, const QString &title);
    void makeRoomForEdge();

    Theme &m_theme;
    QWidget *const m_top;
    QLabel *const m_title;
    IconButton *const m_close;
    QStackedWidget *const m_stack;
    ThreadPane *const m_thread;
    InfoPane *const m_info;
    PinnedPane *const m_pinned;
    SearchPane *const m_search;
    InboxPane *const m_inbox;
    Page m_page = Page::None;
    bool m_afloat = false;
};

} // namespace Hearth
