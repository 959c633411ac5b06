// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSortFilterProxyModel>

namespace Hearth {

class ConversationListModel;

// The conversations whose name contains a text, or those of a kind. The one that is open stays until it is
// left.
class ConversationFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit ConversationFilter(ConversationListModel &source, QObject *parent = nullptr);

    enum class Kind { All, Unread, Mentions, Direct, Groups, Archived }; // archived ones are in no other

    void setText(const QString &text); // finds archived ones, too
    void setKind(Kind kind);
    [[nodiscard]] Kind kind() const { return m_kind; }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    ConversationListModel &m_conversations;
    QString m_text;
    Kind m_kind = Kind::All;
};

} // namespace Hearth
