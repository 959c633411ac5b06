// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "platform/encryptedsecretstore.h"

namespace Hearth {

// The desktop's keychain or an encrypted file, as the person has it: the file, as long as there is one.
// Changing one's mind takes the secrets along.
class ChosenSecretStore : public QObject, public SecretStore
{
    Q_OBJECT

public:
    // `path`: of the file. The keychain outlives this object.
    ChosenSecretStore(SecretStore &keychain, const QString &path, SealCost cost = {},
                      QObject *parent = nullptr);

    [[nodiscard]] bool usesFile() const { return m_usesFile; }
    [[nodiscard]] bool isLocked() const { return m_usesFile && !m_file.isOpen(); } // the file

    QCoro::Task<Result<void>> open(QString passphrase); // the file
    // A new file, also in place of one that is there. Of one that is locked, nothing is left.
    QCoro::Task<Result<void>> useFile(QString passphrase);
    // Deletes the file, also one that is locked, once the keychain gives back what it was given.
    QCoro::Task<Result<void>> useKeychain();

    QCoro::Task<Result<std::optional<QString>>> read(QString key) override;
    QCoro::Task<Result<void>> write(QString key, QString secret) override;
    QCoro::Task<Result<void>> remove(QString key) override;

Q_SIGNALS:
    void changed(); // another place, or unlocked: what failed may succeed now

private:
    [[nodiscard]] SecretStore &current();
    QCoro::Task<Result<void>> bring(SecretStore *target, Secrets there);
    QCoro::Task<void> clearKeychain();
    void learn(const Secrets &secrets);

    SecretStore &m_keychain;
    EncryptedSecretStore m_file;
    bool m_usesFile;
    bool m_moving = false;
    Secrets m_known; // what was read and written: what there is to move
};

} // namespace Hearth
