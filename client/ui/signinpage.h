// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/signinrequest.h"

#include <QHash>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace Hearth {

class ErrorLabel;
class IconButton;
class PillButton;
class Theme;

// What stands in the window while nobody is signed in: a server, and an account there or the
// token of one.
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
    void settingsRequested();

private:
    void makeFields();
    [[nodiscard]] QWidget *makeChoice();
    [[nodiscard]] QWidget *makeForm();
    enum class Way { Password, Create, Token };
    void setWay(Way way);
    void addField(QVBoxLayout &form, QWidget *field, const QList<Way> &ways);
    void submit();
    [[nodiscard]] bool isComplete();

    Theme &m_theme;
    Way m_way = Way::Password;
    IconButton *const m_back;
    IconButton *const m_settings;
    PillButton *const m_signIn;
    PillButton *const m_create;
    QPushButton *const m_byToken;
    QComboBox *const m_server;
    QLineEdit *const m_username;
    QLineEdit *const m_displayName;
    QLineEdit *const m_password;
    QLineEdit *const m_invite;
    QLineEdit *const m_token;
    ErrorLabel *const m_error;
    QPushButton *const m_submit;
    QHash<QWidget *, QList<Way>> m_fields; // and what they are for
};

} // namespace Hearth
