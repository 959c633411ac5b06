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

void ConversationFilter::setKind(Kind kind)
{
    m_kind = kind;
    invalidateRowsFilter();
}

bool ConversationFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = m_conversations.index(row, 0, parent);
    const auto shown = index.data(ConversationListModel::RowRole).value<ConversationRow>();
    if (!m_text.isEmpty())
        return shown.title.contains(m_text, Qt::CaseInsensitive);
    const bool open = shown.id == m_conversations.openConversation();
    switch (m_kind) {
    case Kind::All: return !shown.archived;
    case Kind::Unread: return open || (shown.unreadCount > 0 && !shown.archived);
    case Kind::Mentions: return open || (shown.mentionCount > 0 && !shown.archived);
    case Kind::Direct: return shown.direct && !shown.archived;
    case Kind::Groups: return !shown.direct && !shown.archived;
    case Kind::Archived: return shown.archived;
    }
    Q_UNREACHABLE();
}

} // namespace Hearth
