// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/types.h"
#include "wire/accounts.h"

#include <QCoroTask>

#include <memory>

namespace Hearth {

// What a person changes about their own account. The server decides; what it took is in Session::account()
// and told with userChanged() when a task has finished.
class Profile
{
public:
    struct Private;
    explicit Profile(std::unique_ptr<Private> d);
    ~Profile();

    QCoro::Task<Result<void>> setDisplayName(QString name);
    QCoro::Task<Result<void>> change(SettingsUpdate settings); // what is absent stays
    QCoro::Task<Result<void>> setPicture(QByteArray image, QByteArray mimeType);
    QCoro::Task<Result<void>> removePicture();
    QCoro::Task<Result<void>> changePassword(QString before, QString after); // other devices are signed out

    // All that the server keeps about oneself, as JSON Lines of {kind, data}, into a file that is there when
    // all of it is. internal when it cannot be written.
    QCoro::Task<Result<void>> saveCopy(QString path);
    // For good. invalid_field at /password, conflict for the last administrator.
    QCoro::Task<Result<void>> deleteAccount(QString password, ErasedMessages messages);

private:
    const std::unique_ptr<Private> d;
};

} // namespace Hearth
