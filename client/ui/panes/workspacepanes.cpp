// SPDX-License-Identifier: Apache-2.0
#include "ui/panes/workspacepanes.h"

#include "core/search.h"
#include "core/session.h"
#include "models/conversationlistmodel.h"
#include "ui/columnsplitter.h"
#include "ui/conversationheader.h"
#include "ui/conversationlistview.h"
#include "ui/conversationpane.h"
#include "ui/panes/conversationmenu.h"
#include "ui/panes/datepopup.h"
#include "ui/panes/paneplace.h"
#include "ui/panes/rightpane.h"
#include "ui/question.h"
#include "ui/sidebar.h"

#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QPointer>

namespace Hearth {

WorkspacePanes::WorkspacePanes(Session &session, WritingTools &tools, Theme &theme, ClientSettings &settings,
                               const Around &around)
    : QObject(&around.window)
    , m_session(session)
    , m_around(around)
    , m_pane(new RightPane(session, tools, theme, &around.window))
    , m_place(new PanePlace(around.window, around.splitter, *m_pane, settings))
{
    makeActions();
    joinConversation();
    joinList();
    connect(m_pane, &RightPane::openChanged, this, [this] {
        Q_EMIT arrangementChanged();
        if (!m_pane->isOpen() && !open().isEmpty())
            m_around.conversation.focusComposer();
    });
    connect(m_pane, &RightPane::messageRequested, this, &WorkspacePanes::showMessage);
    connect(m_pane, &RightPane::directRequested, this, &WorkspacePanes::startDirect);
    connect(&around.splitter, &QSplitter::splitterMoved, m_place, &PanePlace::keepWidth);
    if (const auto *columns = qobject_cast<ColumnSplitter *>(&around.splitter))
        connect(columns, &ColumnSplitter::resetRequested, m_place, &PanePlace::resetWidth);
    setConversation({});
}

void WorkspacePanes::makeActions()
{
    const auto add = [this](const QString &text, const QKeySequence &key, auto &&slot,
                            bool needsOpen = true) {
        auto *action = new QAction(text, this);
        action->setShortcut(key);
        m_around.window.addAction(action);
        connect(action, &QAction::triggered, this, slot);
        if (needsOpen)
            m_ofConversation.append(action);
    };
    const auto own = [this](void (*what)(Session &, const ConversationId &)) {
        return [this, what] { what(m_session, open()); };
    };
    add(tr("Search in this conversation"), Qt::CTRL | Qt::Key_F, &WorkspacePanes::search);
    add(
        tr("Search everywhere"), Qt::CTRL | Qt::SHIFT | Qt::Key_F, [this] { searchEverywhere({}); }, false);
    add(
        tr("Notifications"), Qt::CTRL | Qt::SHIFT | Qt::Key_M, [this] { m_pane->showInbox(); }, false);
    add(tr("Info about the conversation"), Qt::CTRL | Qt::Key_Period, &WorkspacePanes::toggleInfo);
    add(tr("Pinned messages"), Qt::CTRL | Qt::SHIFT | Qt::Key_P, &WorkspacePanes::showPinned);
    add(tr("Go to a date…"), Qt::CTRL | Qt::SHIFT | Qt::Key_D, [this] { askForDate(); });
    add(
        tr("Previous unread conversation"), Qt::ALT | Qt::SHIFT | Qt::Key_Up, [this] { stepUnread(-1); },
        false);
    add(
        tr("Next unread conversation"), Qt::ALT | Qt::SHIFT | Qt::Key_Down, [this] { stepUnread(1); }, false);
    add(tr("Mark as read"), Qt::CTRL | Qt::Key_R, own(&markConversationRead));
    add(tr("Pin the conversation"), Qt::CTRL | Qt::ALT | Qt::Key_P, own(&togglePinned));
    add(tr("Mute the conversation"), Qt::CTRL | Qt::ALT | Qt::Key_M, own(&toggleMuted));
    add(tr("Archive the conversation"), Qt::CTRL | Qt::ALT | Qt::Key_A, own(&toggleArchived));
}

void WorkspacePanes::joinConversation()
{
    connect(&m_around.conversation, &ConversationPane::dayActivated, this, &WorkspacePanes::askForDate);
    connect(&m_around.conversation, &ConversationPane::threadRequested, this, &WorkspacePanes::showThread);
    connect(&m_around.conversation, &ConversationPane::messageMissing, this, [this] {
        tell(&m_around.window, tr("Show the message"),
             tr("This message is not stored on this computer. It can be shown when you are back "
                "online, unless it was deleted."));
    });
    ConversationHeader &header = m_around.conversation.header();
    connect(&header, &ConversationHeader::searchRequested, this, &WorkspacePanes::search);
    connect(&header, &ConversationHeader::infoRequested, this, &WorkspacePanes::toggleInfo);
    connect(&header, &ConversationHeader::menuRequested, this,
            [this](QPoint globalPos) { showMenuOf(open(), globalPos, true); });
}

void WorkspacePanes::joinList()
{
    Sidebar &sidebar = m_around.sidebar;
    connect(&sidebar, &Sidebar::inboxRequested, m_pane, &RightPane::showInbox);
    connect(&sidebar, &Sidebar::searchRequested, this, &WorkspacePanes::searchEverywhere);
    ConversationListView &list = sidebar.list();
    list.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&list, &QWidget::customContextMenuRequested, this, [this, &list](QPoint at) {
        const QModelIndex under = list.indexAt(at);
        const QModelIndex index = under.isValid() ? under : list.currentIndex();
        if (index.isValid())
            showMenuOf(index.data(ConversationListModel::IdRole).toString(), list.viewport()->mapToGlobal(at),
                       false);
    });
}

void WorkspacePanes::arrange(std::optional<int> listWidth)
{
    m_place->arrange(listWidth);
}

void WorkspacePanes::setConversation(const ConversationId &id)
{
    for (QAction *action : std::as_const(m_ofConversation))
        action->setEnabled(!id.isEmpty());
    m_pane->setConversation(id);
}

bool WorkspacePanes::isPaneOpen() const
{
    return m_pane->isOpen();
}

const ConversationId &WorkspacePanes::open() const
{
    return m_around.conversation.conversation();
}

void WorkspacePanes::showThread(const MessageId &root)
{
    m_pane->showThread(open(), root);
}

// Beside the conversation, the list of results stays where the keyboard is, for the next one.
void WorkspacePanes::showMessage(const ConversationId &id, qint64 seq)
{
    if (!m_session.conversation(id))
        return;
    const QPointer<QWidget> focus = QApplication::focusWidget();
    if (id != open())
        Q_EMIT openRequested(id);
    m_around.conversation.showMessage(seq);
    if (!m_place->isBeside())
        m_pane->closePane();
    else if (focus)
        focus->setFocus(Qt::OtherFocusReason);
}

void WorkspacePanes::toggleInfo()
{
    if (m_pane->page() == RightPane::Page::Info)
        m_pane->closePane();
    else
        m_pane->showInfo(open());
}

void WorkspacePanes::search()
{
    m_pane->showSearch(open());
}

void WorkspacePanes::searchEverywhere(const QString &text)
{
    m_pane->showSearch({}, text);
}

void WorkspacePanes::showPinned()
{
    m_pane->showPinned(open());
}

void WorkspacePanes::showMenuOf(const ConversationId &id, const QPoint &globalPos, bool isOpen)
{
    auto *menu = new QMenu(&m_around.window);
    menu->setObjectName(QStringLiteral("conversationMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (isOpen) {
        menu->addAction(tr("Pinned messages"), this, &WorkspacePanes::showPinned);
        menu->addAction(tr("Go to a date…"), this, [this] { askForDate(); });
    } else {
        menu->addAction(tr("Open"), this, [this, id] { Q_EMIT openRequested(id); });
        menu->addAction(tr("Info"), this, [this, id] {
            Q_EMIT openRequested(id);
            m_pane->showInfo(id);
        });
    }
    menu->addSeparator();
    fillConversationMenu(*menu, m_session, id);
    menu->popup(globalPos);
}

void WorkspacePanes::stepUnread(int step)
{
    if (const ConversationId next = m_around.sidebar.list().unreadNeighbour(step); !next.isEmpty())
        Q_EMIT openRequested(next);
}

void WorkspacePanes::askForDate(QDate shown)
{
    QWidget &conversation = m_around.conversation;
    auto *popup = new DatePopup(tr("Go to a date"), shown, &conversation);
    connect(popup, &DatePopup::picked, this, [this, id = open()](QDate day) { goToDate(id, day); });
    const QWidget &header = m_around.conversation.header();
    popup->popup(header.mapToGlobal(QPoint(header.width() / 3, header.height())));
}

QCoro::Task<void> WorkspacePanes::goToDate(ConversationId id, QDate day)
{
    const QPointer<WorkspacePanes> self(this);
    const Timestamp start = fromMs(day.startOfDay().toMSecsSinceEpoch());
    const auto seq = co_await m_session.search().placeAt(id, start);
    if (!self || id != open())
        co_return;
    if (seq) {
        showMessage(id, *seq);
        co_return;
    }
    tell(&m_around.window, tr("Go to a date"), tr("The day could not be found. %1").arg(seq.error().detail));
}

QCoro::Task<void> WorkspacePanes::startDirect(UserId user)
{
    const QPointer<WorkspacePanes> self(this);
    const auto id = co_await m_session.createDirect(user);
    if (!self)
        co_return;
    if (id) {
        if (!m_place->isBeside())
            m_pane->closePane();
        Q_EMIT openRequested(*id);
        co_return;
    }
    tell(&m_around.window, tr("Direct message"), id.error().detail);
}

} // namespace Hearth
