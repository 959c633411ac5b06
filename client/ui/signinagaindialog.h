// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/clientsettings.h"

#include <QDialog>

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace Hearth {

class ErrorLabel;

// Asks for the password, or for a token, of an account whose session has ended.
class SignInAgainDialog : public QDialog
{
    Q_OBJECT

public:
    SignInAgainDialog(const KnownAccount &account, bool byToken, QWidget *parent = nullptr);

    void showError(const QString &sentence); // and let the person try again

Q_SIGNALS:
    void submitted(const QString &secret, bool byToken);

private:
    void submit();
    void setByToken(bool byToken);

    QLineEdit *const m_secret;
    QCheckBox *const m_byToken;
    ErrorLabel *const m_error;
    QPushButton *const m_submit;
};

} // namespace Hearth
