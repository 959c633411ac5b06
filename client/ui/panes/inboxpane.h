// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/panerow.h"

#include <QWidget>

class QPushButton;

namespace Hearth {

class NotificationModel;
class PaneList;
class Session;
class Theme;

// Mentions, replies and what else the person should learn of. Opening one counts as reading it.
class InboxPane : public QWidget
{
    Q_OBJECT

public:
    InboxPane(Session &session, Theme &theme, QWidget *parent = nullptr);

Q_SIGNALS:
    void messageRequested(const PaneRow &row);

private:
    void choose(const PaneRow &row);
    void refresh();
    void readCurrent();

    Session &m_session;
    NotificationModel *const m_model;
    PaneList *const m_list;
    QPushButton *const m_readAll;
};

} // namespace Hearth
