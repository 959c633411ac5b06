// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/panerow.h"

#include <QTimer>
#include <QWidget>

namespace Hearth {

class PaneList;
class SearchModel;
class Session;
class Theme;

// The pinned messages of a conversation.
class PinnedPane : public QWidget
{
    Q_OBJECT

public:
    PinnedPane(Session &session, Theme &theme, QWidget *parent = nullptr);

    void setConversation(const ConversationId &id);

Q_SIGNALS:
    void messageRequested(const PaneRow &row);

private:
    void showState();

    SearchModel *const m_model;
    PaneList *const m_list;
    ConversationId m_id;
    QTimer m_again;
};

} // namespace Hearth
