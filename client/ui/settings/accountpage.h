// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/settings/settingspage.h"
#include "util/result.h"

#include <QCoroTask>

class QLabel;
class QLineEdit;
class QPushButton;

namespace Hearth {

class AccountManager;
class Session;

// Oneself at this server: name, picture, password, what the server keeps, and leaving.
class AccountPage : public SettingsPage
{
    Q_OBJECT

public:
    AccountPage(AccountManager &accounts, Theme &theme, QWidget *parent = nullptr); // of its session()

Q_SIGNALS:
    void signOutRequested();

private:
    void addName();
    void addPicture();
    void addPassword();
    void addCopy();
    void addLeaving();
    void choosePicture();
    void chooseCopy();
    QCoro::Task<void> saveName();
    QCoro::Task<void> savePicture(QString file);
    QCoro::Task<void> removePicture();
    QCoro::Task<void> savePassword();
    QCoro::Task<void> saveCopy(QString file);
    void tell(const Result<void> &done);

    AccountManager &m_accounts;
    Session &m_session;
    QLineEdit *const m_name;
    QLineEdit *const m_oldPassword;
    QLineEdit *const m_newPassword;
    QPushButton *const m_changePassword;
    QPushButton *const m_saveCopy;
    QLabel *const m_copySaved;
};

} // namespace Hearth
