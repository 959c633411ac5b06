// SPDX-License-Identifier: Apache-2.0
#include "ui/panes/rightpane.h"

#include "ui/iconbutton.h"
#include "ui/leadingtext.h"
#include "ui/mirroredmargins.h"
#include "ui/paint.h"
#include "ui/panes/inboxpane.h"
#include "ui/panes/infopane.h"
#include "ui/panes/panemargin.h"
#include "ui/panes/pinnedpane.h"
#include "ui/panes/searchpane.h"
#include "ui/panes/threadpane.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Hearth {

namespace {

constexpr int titleHeight = 52; // as the conversation's header

} // namespace

RightPane::RightPane(Session &session, WritingTools &tools, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_top(new QWidget(this))
    , m_title(new QLabel(this))
    , m_close(new IconButton(QStringLiteral("close"), tr("Close (Esc)"), theme, this))
    , m_stack(new QStackedWidget(this))
    , m_thread(new ThreadPane(session, tools, theme, this))
    , m_info(new InfoPane(session, theme, this))
    , m_pinned(new PinnedPane(session, theme, this))
    , m_search(new SearchPane(session, theme, this))
    , m_inbox(new InboxPane(session, theme, this))
{
    setObjectName(QStringLiteral("rightPane"));
    setAutoFillBackground(true);
    m_title->setObjectName(QStringLiteral("rightPaneTitle"));
    m_title->setFont(relativeFont(font(), 1.15, QFont::DemiBold));
    keepLeading(*m_title);
    m_close->setObjectName(QStringLiteral("closePane"));
    m_top->setFixedHeight(scaled(titleHeight, font()));
    auto *topLayout = new QHBoxLayout(m_top);
    setMirroredMargins(*topLayout, *m_top, {paneMargin, 0, 8, 0});
    topLayout->addWidget(m_title, 1);
    topLayout->addWidget(m_close);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_thread, m_info, m_pinned, m_search, m_inbox})
        m_stack->addWidget(widget);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_top);
    layout->addWidget(m_stack, 1);

    const auto go = [this](const PaneRow &row) { Q_EMIT messageRequested(row.conversation, row.seq); };
    connect(m_close, &QAbstractButton::clicked, this, &RightPane::closePane);
    connect(m_pinned, &PinnedPane::messageRequested, this, go);
    connect(m_search, &SearchPane::messageRequested, this, go);
    connect(m_inbox, &InboxPane::messageRequested, this, go);
    connect(m_info, &InfoPane::directRequested, this, &RightPane::directRequested);
}

void RightPane::showThread(const ConversationId &id, const MessageId &root)
{
    m_thread->open(id, root);
    showPage(Page::Thread, m_thread, tr("Thread"));
}

void RightPane::showInfo(const ConversationId &id)
{
    m_info->setConversation(id);
    showPage(Page::Info, m_info, tr("Info"));
}

void RightPane::showPinned(const ConversationId &id)
{
    m_pinned->setConversation(id);
    showPage(Page::Pinned, m_pinned, tr("Pinned messages"));
}

void RightPane::showSearch(const std::optional<ConversationId> &in, const QString &text)
{
    m_search->setScope(in);
    if (!text.isEmpty())
        m_search->setText(text);
    showPage(Page::Search, m_search, in ? tr("Search in this conversation") : tr("Search everywhere"));
}

void RightPane::showInbox()
{
    showPage(Page::Inbox, m_inbox, tr("Notifications"));
}

void RightPane::showPage(Page page, QWidget *widget, const QString &title)
{
    if (m_page == Page::Thread && page != Page::Thread)
        m_thread->close();
    m_page = page;
    m_title->setText(title);
    setAccessibleName(title);
    m_stack->setCurrentWidget(widget);
    Q_EMIT openChanged();
    widget->setFocus(Qt::OtherFocusReason);
}

void RightPane::closePane()
{
    if (m_page == Page::None)
        return;
    m_thread->close();
    m_page = Page::None;
    Q_EMIT openChanged();
}

void RightPane::setConversation(const ConversationId &id)
{
    const bool ownsPage = m_page == Page::Info || m_page == Page::Pinned;
    const bool othersThread = m_page == Page::Thread && m_thread->conversation() != id;
    const bool othersSearch = m_page == Page::Search && m_search->scope() && m_search->scope() != id;
    if (othersThread || othersSearch || (ownsPage && id.isEmpty()))
        closePane();
    else if (m_page == Page::Info)
        m_info->setConversation(id);
    else if (m_page == Page::Pinned)
        m_pinned->setConversation(id);
}

void RightPane::setAfloat(bool afloat)
{
    if (std::exchange(m_afloat, afloat) == afloat)
        return;
    makeRoomForEdge();
    update();
}

void RightPane::makeRoomForEdge()
{
    const int edge = m_afloat ? 1 : 0;
    layout()->setContentsMargins(isRightToLeft() ? 0 : edge, 0, isRightToLeft() ? edge : 0, 0);
}

void RightPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        m_top->setFixedHeight(scaled(titleHeight, font()));
    if (event->type() == QEvent::LayoutDirectionChange)
        makeRoomForEdge();
}

void RightPane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor divider = m_theme.colors().divider;
    if (m_afloat)
        paintEdge(painter, rect(), isRightToLeft() ? Qt::RightEdge : Qt::LeftEdge, divider);
    paintEdge(painter, m_top->geometry(), Qt::BottomEdge, divider);
}

} // namespace Hearth
