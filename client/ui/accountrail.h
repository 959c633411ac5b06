// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace Hearth {

class AccountButton;
class AccountManager;
class Session;
class Theme;

// The accounts, at the edge of the window: 56 px with text of the usual size, and hidden while there is one
// only.
class AccountRail : public QWidget
{
    Q_OBJECT

public:
    AccountRail(AccountManager &accounts, Theme &theme, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(Session *session);
    void addRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void add(Session *session);
    void remove(Session *session);
    void refresh();

    AccountManager &m_accounts;
    Theme &m_theme;
    QVBoxLayout *const m_layout;
    QList<AccountButton *> m_buttons; // in the order of the accounts
};

} // namespace Hearth
