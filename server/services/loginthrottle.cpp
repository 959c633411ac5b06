// SPDX-License-Identifier: Apache-2.0
#include "services/loginthrottle.h"

#include "services/addresskey.h"

#include <QCryptographicHash>

#include <algorithm>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

using Clock = LoginThrottle::Clock;

// Names of any length take the same room.
QByteArray accountKey(const QString &username)
{
    return QCryptographicHash::hash(username.toCaseFolded().toUtf8(), QCryptographicHash::Sha256).first(16);
}

QByteArray originKey(const QString &address)
{
    return addressKey(address).toLatin1();
}

std::chrono::milliseconds waitAfter(int failures, int free)
{
    using namespace std::chrono_literals;
    if (failures < free)
        return 0ms;
    const int doublings = std::min(failures - free, 10);
    return std::min<std::chrono::milliseconds>(1s * (1 << doublings), LoginThrottle::longestWait);
}

} // namespace

Result<void> LoginThrottle::begin(const QString &username, const QString &address, Clock::time_point at)
{
    const QByteArray account = accountKey(username);
    const QByteArray origin = originKey(address);
    Clock::time_point waitUntil = at;
    for (const Failures *failures : {m_accounts.object(account), m_addresses.object(origin)}) {
        if (failures)
            waitUntil = std::max(waitUntil, failures->waitUntil);
    }
    if (waitUntil > at) {
        const auto wait = std::chrono::ceil<std::chrono::milliseconds>(waitUntil - at);
        return Hearth::fail(Error{ErrorCode::RateLimited,
                                  u"Too many attempts to sign in. Wait a moment."_s,
                                  {},
                                  int(wait.count())});
    }
    fail(m_accounts, account, freePerAccount, at);
    fail(m_addresses, origin, freePerAddress, at);
    return {};
}

void LoginThrottle::fail(Cache &cache, const QByteArray &key, int free, Clock::time_point at)
{
    Failures failures;
    if (const Failures *known = cache.object(key); known && at - known->last < forgottenAfter)
        failures = *known;
    ++failures.count;
    failures.last = at;
    failures.waitUntil = at + waitAfter(failures.count, free);
    cache.insert(key, new Failures(failures));
}

void LoginThrottle::giveBack(Cache &cache, const QByteArray &key)
{
    Failures *failures = cache.object(key);
    if (!failures)
        return;
    failures->count = std::max(failures->count - 1, 0);
    failures->waitUntil = {};
}

void LoginThrottle::succeeded(const QString &username, const QString &address)
{
    m_accounts.remove(accountKey(username));
    giveBack(m_addresses, originKey(address));
}

void LoginThrottle::giveBack(const QString &username, const QString &address)
{
    giveBack(m_accounts, accountKey(username));
    giveBack(m_addresses, originKey(address));
}

} // namespace Hearth
