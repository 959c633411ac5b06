// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/keepingchoice.h"

#include "platform/chosensecretstore.h"
#include "ui/passphrasedialog.h"
#include "ui/question.h"

#include <QPointer>

namespace Hearth {

namespace {

enum KeepingPlace { KeychainPlace, FilePlace };

} // namespace

KeepingChoice::KeepingChoice(ChosenSecretStore &secrets, QWidget *parent)
    : PageBox(parent)
    , m_secrets(secrets)
{
    setObjectName(QStringLiteral("keepingChoice"));
    addItem(tr("The desktop's keychain"));
    addItem(tr("An encrypted file"));
    connect(this, &QComboBox::activated, this, &KeepingChoice::choose);
    connect(&secrets, &ChosenSecretStore::changed, this, &KeepingChoice::refresh);
    refresh();
}

void KeepingChoice::refresh()
{
    setCurrentIndex(m_secrets.usesFile() ? FilePlace : KeychainPlace);
}

// What is shown is where they are, not where they shall be.
void KeepingChoice::choose(int place)
{
    const bool toFile = place == FilePlace;
    refresh();
    if (toFile == m_secrets.usesFile())
        return;
    Q_EMIT failed({});
    if (toFile)
        useFile();
    else if (m_secrets.isLocked())
        giveUpFile();
    else
        useKeychain();
}

void KeepingChoice::useFile()
{
    (new PassphraseDialog(m_secrets, PassphraseDialog::Purpose::UseFile, window()))->open();
}

void KeepingChoice::giveUpFile()
{
    const Question question{tr("Delete the encrypted file"),
                            tr("The file is locked. Unlock it first, and its sign-ins are moved to the "
                               "keychain; or delete it with what is in it, and sign in again."),
                            tr("Delete it")};
    ask(this, question, [this] { useKeychain(); });
}

QCoro::Task<void> KeepingChoice::useKeychain()
{
    const QPointer<KeepingChoice> self(this);
    setEnabled(false);
    const auto done = co_await m_secrets.useKeychain();
    if (!self)
        co_return;
    setEnabled(true);
    if (!done)
        Q_EMIT failed(tr("The sign-ins stay in the file. %1").arg(done.error().detail));
}

} // namespace Hearth
