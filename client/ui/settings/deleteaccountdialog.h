// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoroTask>
#include <QDialog>

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace Hearth {

class AccountManager;
class ErrorLabel;
class Session;

// Asks whether an account shall go for good, and its messages with it. Deletes itself when it is closed.
class DeleteAccountDialog : public QDialog
{
    Q_OBJECT

public:
    DeleteAccountDialog(AccountManager &accounts, Session &session, QWidget *parent = nullptr);

private:
    [[nodiscard]] QString explanation() const;
    QCoro::Task<void> submit();

    AccountManager &m_accounts;
    Session &m_session;
    QLineEdit *const m_password;
    QCheckBox *const m_messages;
    ErrorLabel *const m_error;
    QPushButton *const m_delete;
};

} // namespace Hearth
