// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/banner.h"
#include "ui/passphrasedialog.h"
#include "util/error.h"

#include <QPointer>

namespace Hearth {

class AccountManager;

// Says that sign-ins cannot be kept, or not be had, and leads to what helps: trying again, which makes the
// desktop ask for the keychain's password; an encrypted file; its passphrase.
class KeepingBanner : public Banner
{
    Q_OBJECT

public:
    KeepingBanner(AccountManager &accounts, ChosenSecretStore &secrets, Theme &theme,
                  QWidget *parent = nullptr);

    void askForPassphrase(); // of the file

Q_SIGNALS:
    void signInRequested(); // instead of the passphrase

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Trouble { None, NotSaved, NotRead };

    void tell(Trouble trouble, const Error &why = {});
    void refresh();
    [[nodiscard]] QString action() const;
    [[nodiscard]] QString notRead() const;
    void act();
    void ask(PassphraseDialog::Purpose purpose);

    AccountManager &m_accounts;
    ChosenSecretStore &m_secrets;
    Trouble m_trouble = Trouble::None;
    bool m_keychainIsLocked = false; // otherwise it is missing, or does not say
    QPointer<PassphraseDialog> m_dialog;
};

} // namespace Hearth
