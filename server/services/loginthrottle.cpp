// SPDX-License-Identifier: Apache-2.0
#include "services/loginthrottle.h"

#include <QCryptographicHash>

#include <algorithm>
#include <arpa/inet.h>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

using Clock = LoginThrottle::Clock;

// Names of any length take the same room.
QByteArray accountKey(const QString &username)
{
    return QCryptographicHash::hash(username.toCaseFolded().toUtf8(), QCryptographicHash::Sha256).first(16);
}

// Who has one IPv6 address has its whole /64, and may change within it at will.
QByteArray addressKey(const QString &address)
{
    const QByteArray text = address.section(u'%', 0, 0).toLatin1();
    in6_addr ipv6{};
    if (inet_pton(AF_INET6, text.constData(), &ipv6) == 1 && !IN6_IS_ADDR_V4MAPPED(&ipv6))
        return QByteArray(reinterpret_cast<const char *>(ipv6.s6_addr), 8);
    return text.startsWith("::ffff:") ? text.mid(7) : text;
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
    const QByteArray origin = addressKey(address);
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
    giveBack(m_addresses, addressKey(address));
}

void LoginThrottle::giveBack(const QString &username, const QString &address)
{
    giveBack(m_accounts, accountKey(username));
    giveBack(m_addresses, addressKey(address));
}

} // namespace Hearth
