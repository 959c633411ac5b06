// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/signinrequest.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace Hearth {

class IconButton;
class PillButton;
class Theme;

// What stands in the window while nobody is signed in: a server, and an account there.
class SignInPage : public QWidget
{
    Q_OBJECT

public:
    explicit SignInPage(Theme &theme, QWidget *parent = nullptr);

    void setBackVisible(bool visible); // to the accounts that are signed in
    void setRecentServers(const QStringList &servers);
    void fillIn(const QString &server, const QString &username);
    void setBusy(bool busy);
    void showError(const QString &sentence, const QString &pointer = {}); // empty: none; see Error::pointer
    [[nodiscard]] QString error() const;

Q_SIGNALS:
    void submitted(const SignInRequest &request);
    void backRequested();

private:
    void makeFields();
    [[nodiscard]] QWidget *makeChoice();
    [[nodiscard]] QWidget *makeForm();
    void setCreating(bool creating);
    void submit();
    [[nodiscard]] bool isComplete();

    Theme &m_theme;
    bool m_creating = false;
    IconButton *const m_back;
    PillButton *const m_signIn;
    PillButton *const m_create;
    QComboBox *const m_server;
    QLineEdit *const m_username;
    QLineEdit *const m_displayName;
    QLineEdit *const m_password;
    QLineEdit *const m_invite;
    QLabel *const m_error;
    QPushButton *const m_submit;
    QList<QWidget *> m_createOnly;
};

} // namespace Hearth
