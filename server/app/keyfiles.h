// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/config.h"
#include "services/lifetime.h"

#include <QCoroTask>
#include <QThreadPool>
#include <QTimer>

namespace Hearth {

// The files with the public keys of an external user service. They are looked at every few seconds and read
// again when they have changed; while they cannot be read, or hold something else, the keys stay as they
// were.
class KeyFiles
{
public:
    explicit KeyFiles(const Config &config, std::chrono::milliseconds interval = std::chrono::seconds(5));

    // Reads them for the first time, on this thread; what is wrong names the file. Then begins to look.
    [[nodiscard]] Result<void> load();

    // What ExternalTokens verify with; null when there are no files.
    [[nodiscard]] std::shared_ptr<const PublicKeys> keys() const { return m_keys; }

    QCoro::Task<void> look(); // now

private:
    struct Contents {
        QByteArray pem;
        QByteArray jwks;

        bool operator==(const Contents &) const = default;
    };

    [[nodiscard]] static Result<Contents> read(const QString &pemFile, const QString &jwksFile);
    [[nodiscard]] Result<PublicKeys> parse(const Contents &contents) const;
    void apply(const Result<Contents> &contents);

    const QString m_pemFile;
    const QString m_jwksFile;
    Contents m_contents; // that were last looked at
    std::shared_ptr<PublicKeys> m_keys;
    QThreadPool m_pool; // reading may block
    QTimer m_timer;
    const Lifetime m_lifetime;
};

} // namespace Hearth
