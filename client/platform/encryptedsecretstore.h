// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "platform/sealedfile.h"
#include "platform/secretstore.h"

#include <QObject>
#include <QThreadPool>

namespace Hearth {

// Secrets in a file that a passphrase opens, for computers whose keychain does not work. Everything is done
// in order on a thread of its own. Until the file is open, the answer is Unavailable; what else may go wrong
// stands in sealedfile.h.
class EncryptedSecretStore : public QObject, public SecretStore
{
    Q_OBJECT

public:
    explicit EncryptedSecretStore(QString path, SealCost cost = {}, QObject *parent = nullptr);
    ~EncryptedSecretStore() override;

    [[nodiscard]] bool exists() const;
    [[nodiscard]] bool isOpen() const { return m_key != nullptr; }

    // A new file with these secrets takes the place of the one that may be there, and is open.
    QCoro::Task<Result<void>> create(QString passphrase, Secrets secrets);
    QCoro::Task<Result<Secrets>> open(QString passphrase); // gives all that it holds
    QCoro::Task<Result<void>> destroy(); // the file, which may be gone already

    QCoro::Task<Result<std::optional<QString>>> read(QString key) override;
    QCoro::Task<Result<void>> write(QString key, QString secret) override;
    QCoro::Task<Result<void>> remove(QString key) override;

private:
    const QString m_path;
    const SealCost m_cost;
    SealKeyPtr m_key; // null: not open
    QThreadPool m_pool;
};

} // namespace Hearth
