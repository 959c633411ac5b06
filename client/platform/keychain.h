// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "platform/secretstore.h"

#include <QObject>

namespace Hearth {

// The keychain of the operating system: Secret Service or KWallet, Credential Manager, macOS Keychain.
// Never falls back to a plain file. A keychain that does not answer within 5 s counts as unavailable.
class Keychain : public QObject, public SecretStore
{
    Q_OBJECT

public:
    using QObject::QObject;

    QCoro::Task<Result<std::optional<QString>>> read(QString key) override;
    QCoro::Task<Result<void>> write(QString key, QString secret) override;
    QCoro::Task<Result<void>> remove(QString key) override;

Q_SIGNALS:
    void answeredLate(); // to what has failed already: somebody has unlocked it
};

} // namespace Hearth
