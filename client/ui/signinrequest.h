// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QUrl>

namespace Hearth {

// What somebody fills in to sign in, or to create an account.
struct SignInRequest {
    QUrl server;
    bool createAccount = false;
    QString username;
    QString password;
    QString displayName; // of a new account; empty: the username
    QString invite; // of a new account; empty where the server is open
    QString token = {}; // instead of all but the server
};

} // namespace Hearth
