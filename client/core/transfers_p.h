// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/downloads.h"
#include "core/transfers.h"
#include "core/uploads.h"

namespace Hearth {

struct Transfers::Private {
    struct Parts {
        Http &http;
        Credentials &credentials;
        LocalStore &store;
        Connection &connection;
        const Timing &timing;
        QString folder; // of the account
    };
    explicit Private(const Parts &parts);

    void close(); // nothing is under way afterwards

    QCoro::Task<void> forgetOpened(); // what was copied for other programs in earlier runs

    // Below the account's folder; all of it goes with the account.
    static QStringList folders();

    FileCache cache;
    FileTransport transport;
    TransferStates states;
    Uploads uploads;
    Downloads downloads;
    const QString opened; // copies for other programs
    QThreadPool copying;
    bool closed = false;
};

} // namespace Hearth
