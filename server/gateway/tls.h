// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "util/result.h"

#include <QSslConfiguration>

namespace Hearth {

// PEM files; both or neither are named.
struct TlsFiles {
    QString certificate; // the server's own first, then those that lead to a known issuer
    QString key; // RSA or EC, without a password

    [[nodiscard]] bool isOff() const { return certificate.isEmpty(); }
};

// The server's side of TLS 1.2 and later. invalid_field names the file and what is wrong with it: not to be
// read, no certificate, no key, or a key of another certificate. One that has expired is taken, with a
// warning in the log: it is better than none.
[[nodiscard]] Result<QSslConfiguration> loadTls(const TlsFiles &files);

} // namespace Hearth
