// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/clientsettings.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace Hearth {

// Asks for the password of an account whose session has ended.
class SignInAgainDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SignInAgainDialog(const KnownAccount &account, QWidget *parent = nullptr);

    void showError(const QString &sentence); // and let the person try again

Q_SIGNALS:
    void submitted(const QString &password);

private:
    void submit();

    QLineEdit *const m_password;
    QLabel *const m_error;
    QPushButton *const m_submit;
};

} // namespace Hearth
