// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/settings/settingspage.h"

#include <QCoroTask>

class QLabel;
class QPushButton;

namespace Hearth {

class Session;

// What messages and files take on this computer.
class StoragePage : public SettingsPage
{
    Q_OBJECT

public:
    StoragePage(Session &session, Theme &theme, QWidget *parent = nullptr);

private:
    QCoro::Task<void> clear();
    void refresh();

    Session &m_session;
    QLabel *const m_size;
    QPushButton *const m_clear;
};

} // namespace Hearth
