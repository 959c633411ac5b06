// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "util/result.h"

#include <QCache>

#include <chrono>

namespace Hearth {

// Slows down whoever guesses passwords: per account, wherever the guesses come from, and per address,
// whatever names they try. After some free attempts each further one has to wait twice as long as the one
// before, up to a minute, so that nobody is locked out by others for longer. Unknown names are braked as
// known ones are. In bounded memory: the keys that were not used for longest are forgotten.
class LoginThrottle
{
public:
    using Clock = std::chrono::steady_clock;
    static constexpr int freePerAccount = 5;
    static constexpr int freePerAddress = 20;
    static constexpr std::chrono::minutes longestWait{1};
    static constexpr std::chrono::hours forgottenAfter{1};
    static constexpr int keysKept = 50'000; // of each kind

    // Counts an attempt as failed, before the work, so that many at once are no way around it.
    // rate_limited with the time to wait; such an attempt is not counted.
    [[nodiscard]] Result<void> begin(const QString &username, const QString &address,
                                     Clock::time_point at = Clock::now());

    // The attempt turned out right: the account starts afresh, the address gets its attempt back.
    void succeeded(const QString &username, const QString &address);

    // The attempt came to nothing for another reason.
    void giveBack(const QString &username, const QString &address);

private:
    struct Failures {
        int count = 0;
        Clock::time_point last = {};
        Clock::time_point waitUntil = {};
    };
    using Cache = QCache<QByteArray, Failures>;

    static void fail(Cache &cache, const QByteArray &key, int free, Clock::time_point at);
    static void giveBack(Cache &cache, const QByteArray &key);

    Cache m_accounts{keysKept};
    Cache m_addresses{keysKept};
};

} // namespace Hearth
