// SPDX-License-Identifier: Apache-2.0
#include "ui/conversationlistview.h"

#include "models/conversationfilter.h"
#include "models/conversationlistmodel.h"
#include "ui/avatarsource.h"
#include "ui/conversationdelegate.h"
#include "ui/theme.h"

#include <QKeyEvent>

namespace Hearth {

ConversationListView::ConversationListView(ConversationListModel &conversations, ConversationFilter &filter,
                                           Theme &theme, AvatarSource &avatars, QWidget *parent)
    : QListView(parent)
    , m_conversations(conversations)
    , m_filter(filter)
{
    setObjectName(QStringLiteral("conversationList"));
    setAccessibleName(tr("Conversations"));
    setModel(&filter);
    auto *delegate = new ConversationDelegate(theme, avatars, this);
    setItemDelegate(delegate);
    setUniformItemSizes(true);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(NoSelection); // the open conversation is the one that looks selected
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    connect(&theme, &Theme::changed, this, [this] { scheduleDelayedItemsLayout(); }); // other heights
    connect(this, &QListView::clicked, this, &ConversationListView::open);
    connect(&avatars, &AvatarSource::changed, viewport(), qOverload<>(&QWidget::update));
    connect(&conversations, &ConversationListModel::openConversationChanged, this, [this, delegate] {
        delegate->setOpenConversation(m_conversations.openConversation());
        viewport()->update();
    });
}

ConversationId ConversationListView::neighbour(int step) const
{
    const int open = m_conversations.indexOf(m_conversations.openConversation());
    const QModelIndex here = m_filter.mapFromSource(m_conversations.index(open));
    const int row = here.isValid() ? here.row() + step : step > 0 ? 0 : m_filter.rowCount() - 1;
    return m_filter.index(row, 0).data(ConversationListModel::IdRole).toString();
}

ConversationId ConversationListView::unreadNeighbour(int step) const
{
    const int open = m_conversations.indexOf(m_conversations.openConversation());
    const QModelIndex here = m_filter.mapFromSource(m_conversations.index(open));
    int row = here.isValid() ? here.row() : step > 0 ? -1 : m_filter.rowCount();
    for (row += step; row >= 0 && row < m_filter.rowCount(); row += step) {
        const QModelIndex index = m_filter.index(row, 0);
        if (index.data(ConversationListModel::RowRole).value<ConversationRow>().unreadCount > 0)
            return index.data(ConversationListModel::IdRole).toString();
    }
    return {};
}

void ConversationListView::showConversation(const ConversationId &id)
{
    const QModelIndex index = m_filter.mapFromSource(m_conversations.index(m_conversations.indexOf(id)));
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    scrollTo(index);
}

// QListView would lay out and paint all rows: they are all of one height, whatever is in them.
void ConversationListView::dataChanged(const QModelIndex &first, const QModelIndex &last,
                                       const QList<int> &roles)
{
    QAbstractItemView::dataChanged(first, last, roles);
}

void ConversationListView::mousePressEvent(QMouseEvent *event)
{
    m_conversations.setHeld(true);
    QListView::mousePressEvent(event);
}

void ConversationListView::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    m_conversations.setHeld(false);
}

void ConversationListView::leaveEvent(QEvent *event)
{
    QListView::leaveEvent(event);
    m_conversations.setHeld(false);
}

void ConversationListView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        open(currentIndex());
    else
        QListView::keyPressEvent(event);
}

void ConversationListView::open(const QModelIndex &index)
{
    if (index.isValid())
        Q_EMIT openRequested(index.data(ConversationListModel::IdRole).toString());
}

} // namespace Hearth
