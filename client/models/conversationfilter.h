// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSortFilterProxyModel>

namespace Hearth {

class ConversationListModel;

// The conversations whose name contains a text, or those with something unread. The one that is open stays
// until it is left.
class ConversationFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit ConversationFilter(ConversationListModel &source, QObject *parent = nullptr);

    void setText(const QString &text);
    void setUnreadOnly(bool unreadOnly);
    [[nodiscard]] bool isFiltering() const { return m_unreadOnly || !m_text.isEmpty(); }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    ConversationListModel &m_conversations;
    QString m_text;
    bool m_unreadOnly = false;
};

} // namespace Hearth
