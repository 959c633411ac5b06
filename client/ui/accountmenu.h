// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMenu>

namespace Hearth {

class Appearance;
class Session;

// One's own status, and how the program looks.
class AccountMenu : public QMenu
{
    Q_OBJECT

public:
    AccountMenu(Session &session, Appearance &appearance, QWidget *parent = nullptr);

private:
    void addStatusChoices(QMenu &menu);
    void addAppearanceChoices(QMenu &menu);

    Session &m_session;
    Appearance &m_appearance;
};

} // namespace Hearth
