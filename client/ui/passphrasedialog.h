// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoroTask>
#include <QDialog>

class QFormLayout;
class QLineEdit;
class QPushButton;

namespace Hearth {

class ChosenSecretStore;
class ErrorLabel;

// Asks for the passphrase of the encrypted file with the sign-ins, or for a new one and keeps them there from
// then on. Deletes itself when it is closed.
class PassphraseDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Purpose { Unlock, UseFile };

    PassphraseDialog(ChosenSecretStore &secrets, Purpose purpose, QWidget *parent = nullptr);

Q_SIGNALS:
    void signInRequested(); // instead of the passphrase

private:
    [[nodiscard]] QString explanation() const;
    QLineEdit *addField(QFormLayout &fields, const QString &name, const QString &objectName);
    void addButtons();
    [[nodiscard]] QString objection() const; // empty: none
    void showError(const QString &sentence);
    void setBusy(bool busy);
    QCoro::Task<void> submit();

    ChosenSecretStore &m_secrets;
    const Purpose m_purpose;
    QLineEdit *m_passphrase = nullptr;
    QLineEdit *m_repeated = nullptr; // of a new one
    ErrorLabel *const m_error;
    QPushButton *const m_submit;
};

} // namespace Hearth
