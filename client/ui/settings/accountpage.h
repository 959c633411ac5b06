// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/settings/settingspage.h"
#include "util/result.h"

#include <QCoroTask>

class QLineEdit;
class QPushButton;

namespace Hearth {

class Session;

// Oneself at this server: name, picture, password, and leaving.
class AccountPage : public SettingsPage
{
    Q_OBJECT

public:
    AccountPage(Session &session, Theme &theme, QWidget *parent = nullptr);

Q_SIGNALS:
    void signOutRequested();

private:
    void addName();
    void addPicture();
    void addPassword();
    void addLeaving();
    void choosePicture();
    QCoro::Task<void> saveName();
    QCoro::Task<void> savePicture(QString file);
    QCoro::Task<void> removePicture();
    QCoro::Task<void> savePassword();
    void tell(const Result<void> &done);

    Session &m_session;
    QLineEdit *const m_name;
    QLineEdit *const m_oldPassword;
    QLineEdit *const m_newPassword;
    QPushButton *const m_changePassword;
};

} // namespace Hearth
