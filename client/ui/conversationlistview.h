// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ids.h"

#include <QListView>

namespace Hearth {

class AvatarSource;
class ConversationFilter;
class ConversationListModel;
class Theme;

// The conversations to choose from. Clicking or Enter opens one; moving with the arrows does not.
class ConversationListView : public QListView
{
    Q_OBJECT

public:
    ConversationListView(ConversationListModel &conversations, ConversationFilter &filter, Theme &theme,
                         AvatarSource &avatars, QWidget *parent = nullptr);

    // The conversation `step` rows below (or above) the open one; empty at the end of the list.
    [[nodiscard]] ConversationId neighbour(int step) const;
    [[nodiscard]] ConversationId unreadNeighbour(int step) const; // the next one with something unread
    void showConversation(const ConversationId &id); // scrolls to it and makes it the current row

Q_SIGNALS:
    void openRequested(const ConversationId &id);

protected:
    void dataChanged(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void open(const QModelIndex &index);

    ConversationListModel &m_conversations;
    ConversationFilter &m_filter;
};

} // namespace Hearth
