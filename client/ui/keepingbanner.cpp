// SPDX-License-Identifier: Apache-2.0
#include "ui/keepingbanner.h"

#include "platform/chosensecretstore.h"
#include "ui/accountmanager.h"

#include <QEvent>

namespace Hearth {

KeepingBanner::KeepingBanner(AccountManager &accounts, ChosenSecretStore &secrets, Theme &theme,
                             QWidget *parent)
    : Banner(theme, parent)
    , m_accounts(accounts)
    , m_secrets(secrets)
{
    setObjectName(QStringLiteral("tokenBanner"));
    setDismissible(true);
    connect(&accounts, &AccountManager::tokenNotSaved, this,
            [this](const Error &why) { tell(Trouble::NotSaved, why); });
    connect(&accounts, &AccountManager::tokenNotRead, this, [this](const Error &why) {
        if (m_trouble != Trouble::NotSaved) // which costs more
            tell(Trouble::NotRead, why);
    });
    connect(&accounts, &AccountManager::tokensKept, this, [this] { tell(Trouble::None); });
    connect(&secrets, &ChosenSecretStore::changed, this, [this] {
        tell(Trouble::None);
        m_accounts.tryAgain();
    });
    connect(this, &Banner::actionTriggered, this, &KeepingBanner::act);
    connect(this, &Banner::otherTriggered, this, [this] { ask(PassphraseDialog::Purpose::UseFile); });
}

void KeepingBanner::tell(Trouble trouble, const Error &why)
{
    m_trouble = trouble;
    m_keychainIsLocked = why.code == ErrorCode::Forbidden;
    refresh();
}

void KeepingBanner::refresh()
{
    switch (m_trouble) {
    case Trouble::None: hide(); break;
    case Trouble::NotSaved:
        showText(tr("Token not saved: you will be asked to sign in next time."), action(),
                 tr("Use encrypted file…"));
        break;
    case Trouble::NotRead: showText(notRead(), action()); break;
    }
}

QString KeepingBanner::action() const
{
    if (m_secrets.isLocked())
        return tr("Unlock…");
    return m_keychainIsLocked && !m_secrets.usesFile() ? tr("Unlock") : tr("Try again");
}

QString KeepingBanner::notRead() const
{
    if (m_secrets.isLocked())
        return tr("Your sign-ins are in an encrypted file. Unlock it to connect.");
    if (m_secrets.usesFile())
        return tr("Your sign-ins could not be read from the encrypted file.");
    return m_keychainIsLocked ? tr("Your sign-ins are in the keychain. Unlock it to connect.")
                              : tr("Your sign-ins could not be read from the keychain.");
}

void KeepingBanner::act()
{
    if (m_secrets.isLocked()) {
        askForPassphrase();
        return;
    }
    tell(Trouble::None);
    m_accounts.tryAgain();
}

void KeepingBanner::askForPassphrase()
{
    ask(PassphraseDialog::Purpose::Unlock);
}

void KeepingBanner::ask(PassphraseDialog::Purpose purpose)
{
    if (m_dialog && m_dialog->isVisible())
        return;
    m_dialog = new PassphraseDialog(m_secrets, purpose, window());
    connect(m_dialog, &PassphraseDialog::signInRequested, this, &KeepingBanner::signInRequested);
    m_dialog->open();
}

void KeepingBanner::changeEvent(QEvent *event)
{
    Banner::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && isVisible())
        refresh();
}

} // namespace Hearth
