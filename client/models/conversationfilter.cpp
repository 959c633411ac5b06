// SPDX-License-Identifier: Apache-2.0
#include "models/conversationfilter.h"

#include "models/conversationlistmodel.h"

namespace Hearth {

ConversationFilter::ConversationFilter(ConversationListModel &source, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_conversations(source)
{
    setSourceModel(&source);
    connect(&source, &ConversationListModel::openConversationChanged, this,
            [this] { invalidateRowsFilter(); });
}

void ConversationFilter::setText(const QString &text)
{
    m_text = text.simplified();
    invalidateRowsFilter();
}

void ConversationFilter::setUnreadOnly(bool unreadOnly)
{
    m_unreadOnly = unreadOnly;
    invalidateRowsFilter();
}

bool ConversationFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = m_conversations.index(row, 0, parent);
    const auto shown = index.data(ConversationListModel::RowRole).value<ConversationRow>();
    if (!m_text.isEmpty())
        return shown.title.contains(m_text, Qt::CaseInsensitive);
    return !m_unreadOnly || shown.unreadCount > 0 || shown.id == m_conversations.openConversation();
}

} // namespace Hearth
