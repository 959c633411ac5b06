// SPDX-License-Identifier: Apache-2.0
#include "ui/workspace.h"

#include "core/session.h"
#include "models/conversationlistmodel.h"
#include "ui/accountmenu.h"
#include "ui/appearance.h"
#include "ui/columnsplitter.h"
#include "ui/connectionnotice.h"
#include "ui/conversationlistview.h"
#include "ui/conversationpane.h"
#include "ui/iconbutton.h"
#include "ui/newdirectdialog.h"
#include "ui/newgroupdialog.h"
#include "ui/paint.h"
#include "ui/panes/workspacepanes.h"
#include "ui/quickswitcher.h"
#include "ui/selfbar.h"
#include "ui/shortcutdialog.h"
#include "ui/sidebar.h"
#include "ui/timeline/avatars.h"

#include <QAction>
#include <QVBoxLayout>

namespace Hearth {

namespace {

constexpr int oneColumnBelow = 720;
constexpr int sidebarLeast = 220;
constexpr int sidebarMost = 420;
constexpr int sidebarUsual = 280;
constexpr int paneLeast = 400;

} // namespace

Workspace::Workspace(Session &session, Appearance &appearance, ClientSettings &settings, WritingTools &tools,
                     QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_appearance(appearance)
    , m_settings(settings)
    , m_conversations(new ConversationListModel(session, this))
    , m_notice(new ConnectionNotice(session, std::chrono::seconds(2), this))
    , m_sidebar(new Sidebar(session, *m_conversations, *m_notice, appearance.theme(), this))
    , m_pane(new ConversationPane(session, *m_notice, tools, appearance.theme(), this))
    , m_splitter(new ColumnSplitter(this))
    , m_menu(new AccountMenu(session, appearance, this))
    , m_panes(new WorkspacePanes(session, tools, appearance.theme(), settings,
                                 {*this, *m_splitter, *m_sidebar, *m_pane}))
{
    setObjectName(QStringLiteral("workspace"));
    m_splitter->addWidget(m_sidebar);
    m_splitter->addWidget(m_pane);
    m_splitter->setStretchFactor(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_splitter);
    makeActions();

    connect(m_splitter, &QSplitter::splitterMoved, this,
            [this] { m_settings.setSidebarWidth(m_sidebar->width() * 100 / scaled(100, font())); });
    connect(m_panes, &WorkspacePanes::openRequested, this, &Workspace::open);
    connect(m_panes, &WorkspacePanes::arrangementChanged, this, &Workspace::arrange);
    connect(m_splitter, &ColumnSplitter::resetRequested, this, [this] {
        m_settings.setSidebarWidth(sidebarUsual);
        arrange();
    });
    connect(m_sidebar, &Sidebar::openRequested, this, &Workspace::open);
    connect(m_sidebar, &Sidebar::newConversationRequested, this, &Workspace::startDirect);
    connect(m_sidebar, &Sidebar::noticeActionTriggered, this, &Workspace::handleNotice);
    connect(&m_sidebar->selfBar(), &QAbstractButton::clicked, this, &Workspace::showMenu);
    connect(m_pane, &ConversationPane::backRequested, this, &Workspace::closeConversation);
    connect(m_pane, &ConversationPane::noticeActionTriggered, this, &Workspace::handleNotice);
    const auto tellPane = [this] { m_pane->setHasConversations(m_conversations->rowCount() > 0); };
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_conversations, signal, this, tellPane);
    connect(m_conversations, &QAbstractItemModel::modelReset, this, tellPane);
    tellPane();
    connect(m_conversations, &ConversationListModel::unreadTotalChanged, this, &Workspace::titleChanged);
    connect(&session, &Session::conversationsReset, this, &Workspace::leaveIfGone);
    connect(&session, &Session::conversationChanged, this, &Workspace::leaveIfGone);
    connect(&session, &Session::conversationChanged, this, &Workspace::titleChanged);
    connect(&session, &Session::userChanged, this, &Workspace::titleChanged);
    arrange();
    open(settings.openConversation(session.userId())); // where the person was
}

Workspace::~Workspace()
{
    disconnect(&m_session, nullptr, this, nullptr);
    m_pane->close(); // keeps the draft
}

void Workspace::open(const ConversationId &id)
{
    if (!m_session.conversation(id))
        return;
    m_conversations->setOpenConversation(id);
    m_pane->open(id);
    m_sidebar->list().showConversation(id);
    m_panes->setConversation(id);
    arrange();
    m_pane->focusComposer();
    m_settings.setOpenConversation(m_session.userId(), id);
    Q_EMIT titleChanged();
}

void Workspace::openAt(const ConversationId &id, qint64 seq)
{
    open(id);
    if (m_session.conversation(id))
        m_pane->showMessage(seq);
}

ConversationId Workspace::conversation() const
{
    return m_pane->conversation();
}

void Workspace::closeConversation()
{
    m_pane->close();
    m_conversations->setOpenConversation({});
    m_panes->setConversation({});
    arrange();
    m_sidebar->list().setFocus(Qt::OtherFocusReason);
    m_settings.setOpenConversation(m_session.userId(), {});
    Q_EMIT titleChanged();
}

QString Workspace::title() const
{
    const int unread = m_conversations->unreadTotal();
    const QString name = m_pane->title();
    if (unread == 0)
        return name;
    return name.isEmpty() ? tr("(%1)").arg(badgeText(unread)) : tr("(%1) %2").arg(badgeText(unread), name);
}

void Workspace::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

// What is inside grows after this.
void Workspace::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        QMetaObject::invokeMethod(this, &Workspace::arrange, Qt::QueuedConnection);
}

void Workspace::arrange()
{
    const bool oneColumn = width() < oneColumnBelow;
    const int least = std::max(sidebarLeast, m_sidebar->minimumSizeHint().width()); // large text, long words
    const int most = std::max(scaled(sidebarMost, font()), least);
    const bool conversationOpen = !m_pane->conversation().isEmpty();
    m_sidebar->setMinimumWidth(oneColumn ? 0 : least);
    m_sidebar->setMaximumWidth(oneColumn ? QWIDGETSIZE_MAX : most);
    m_pane->setMinimumWidth(oneColumn ? 0 : paneLeast);
    m_sidebar->setVisible(!oneColumn || !conversationOpen);
    m_sidebar->setAlone(oneColumn);
    m_pane->setVisible(!oneColumn || conversationOpen);
    m_pane->setBackVisible(oneColumn);
    m_back->setEnabled(oneColumn && conversationOpen && !m_panes->isPaneOpen());
    if (oneColumn)
        m_panes->arrange({});
    else
        m_panes->arrange(std::clamp(scaled(m_settings.sidebarWidth(), font()), least, most));
}

void Workspace::step(int rows)
{
    if (const ConversationId next = m_sidebar->list().neighbour(rows); !next.isEmpty())
        open(next);
}

void Workspace::leaveIfGone()
{
    const ConversationId open = m_pane->conversation();
    if (!open.isEmpty() && !m_session.conversation(open))
        closeConversation();
}

void Workspace::handleNotice()
{
    if (m_notice->action() == ConnectionNotice::Action::SignIn)
        Q_EMIT signInRequested();
    else
        m_session.reconnectNow();
}

void Workspace::makeActions()
{
    const auto add = [this](const QString &text, const QList<QKeySequence> &keys, auto &&slot) {
        auto *action = new QAction(text, this);
        action->setShortcuts(keys);
        addAction(action);
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    QAction *direct = add(tr("Start a conversation…"), {Qt::CTRL | Qt::Key_N}, &Workspace::startDirect);
    QAction *group = add(tr("Start a group…"), {Qt::CTRL | Qt::SHIFT | Qt::Key_N}, &Workspace::startGroup);
    add(tr("Go to a conversation…"), {Qt::CTRL | Qt::Key_K}, &Workspace::switchQuickly);
    add(tr("Previous conversation"), {Qt::ALT | Qt::Key_Up}, [this] { step(-1); });
    add(tr("Next conversation"), {Qt::ALT | Qt::Key_Down}, [this] { step(1); });
    add(tr("Filter conversations"), {Qt::CTRL | Qt::Key_E}, [this] {
        if (width() < oneColumnBelow)
            closeConversation();
        m_sidebar->focusFilter();
    });
    add(tr("Write a message"), {Qt::CTRL | Qt::SHIFT | Qt::Key_L}, [this] { m_pane->focusComposer(); });
    m_back =
        add(tr("Back to the list"), {Qt::ALT | Qt::Key_Left, Qt::Key_Escape}, &Workspace::closeConversation);
    add(tr("Menu"), {Qt::Key_F10}, &Workspace::showMenu);
    QAction *shortcuts =
        add(tr("Keyboard shortcuts"), {Qt::CTRL | Qt::Key_Slash, Qt::Key_F1}, &Workspace::showShortcuts);

    m_menu->addSeparator();
    m_menu->addAction(tr("Settings"), this, &Workspace::settingsRequested);
    m_menu->addAction(shortcuts);
    m_menu->addAction(tr("Add an account…"), this, &Workspace::addAccountRequested);
    m_menu->addAction(tr("Sign out"), this, &Workspace::signOutRequested);

    auto *news = new QMenu(this);
    news->addActions({direct, group});
    connect(&m_sidebar->newButton(), &QAbstractButton::clicked, news, [this, news] {
        const QWidget &button = m_sidebar->newButton();
        news->popup(button.mapToGlobal(QPoint(0, button.height() + 2)));
    });
}

void Workspace::showMenu()
{
    const SelfBar &bar = m_sidebar->selfBar();
    const QPoint above = bar.mapToGlobal(QPoint(8, -m_menu->sizeHint().height() - 2));
    m_menu->popup(bar.isVisible() ? above : mapToGlobal(QPoint(8, 8)));
}

void Workspace::startDirect()
{
    auto *dialog = new NewDirectDialog(m_session, m_appearance.theme(), this);
    connect(dialog, &NewDirectDialog::created, this, &Workspace::open);
    dialog->open();
}

void Workspace::startGroup()
{
    auto *dialog = new NewGroupDialog(m_session, m_appearance.theme(), this);
    connect(dialog, &NewGroupDialog::created, this, &Workspace::open);
    dialog->open();
}

void Workspace::switchQuickly()
{
    auto *dialog = new QuickSwitcher(*m_conversations, m_appearance.theme(), Avatars::of(m_session), this);
    connect(dialog, &QuickSwitcher::chosen, this, &Workspace::open);
    dialog->open();
}

void Workspace::showShortcuts()
{
    auto *dialog = new ShortcutDialog(actions() + m_pane->actions() + window()->actions(), this);
    dialog->open();
}

} // namespace Hearth
