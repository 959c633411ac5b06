// SPDX-License-Identifier: Apache-2.0
#include "platform/chosensecretstore.h"

#include <QPointer>

#include <algorithm>

namespace Hearth {

namespace {

tl::unexpected<Error> moving()
{
    return fail(ErrorCode::Conflict, ChosenSecretStore::tr("The sign-ins are being moved already."));
}

// A key whose secret is another one here than there, or is missing in one of them.
QString differing(const Secrets &here, const Secrets &there)
{
    const QStringList keys = here.keys() + there.keys();
    const auto found = std::ranges::find_if(keys, [&](const QString &key) {
        return here.contains(key) != there.contains(key) || here.value(key) != there.value(key);
    });
    return found == keys.end() ? QString() : *found;
}

} // namespace

ChosenSecretStore::ChosenSecretStore(SecretStore &keychain, const QString &path, SealCost cost,
                                     QObject *parent)
    : QObject(parent)
    , m_keychain(keychain)
    , m_file(path, cost)
    , m_usesFile(m_file.exists())
{ }

SecretStore &ChosenSecretStore::current()
{
    return m_usesFile ? static_cast<SecretStore &>(m_file) : m_keychain;
}

// What was written later than it was read counts.
void ChosenSecretStore::learn(const Secrets &secrets)
{
    for (auto one = secrets.begin(); one != secrets.end(); ++one) {
        if (!m_known.contains(one.key()))
            m_known.insert(one.key(), one.value());
    }
}

QCoro::Task<Result<void>> ChosenSecretStore::open(QString passphrase)
{
    const QPointer<ChosenSecretStore> self(this);
    const auto secrets = co_await m_file.open(passphrase);
    if (!secrets)
        co_return fail(secrets.error());
    if (self) {
        learn(*secrets);
        Q_EMIT changed();
    }
    co_return Result<void>();
}

QCoro::Task<Result<void>> ChosenSecretStore::useFile(QString passphrase)
{
    if (std::exchange(m_moving, true))
        co_return moving();
    const QPointer<ChosenSecretStore> self(this);
    const Secrets there = m_known;
    auto done = co_await m_file.create(passphrase, there);
    if (self && done)
        done = co_await bring(&m_file, there);
    if (self && !done && !m_usesFile)
        co_await m_file.destroy(); // while it is there, it is used
    if (!self)
        co_return done;
    m_moving = false;
    if (!done)
        co_return done;
    const bool cameFromKeychain = !std::exchange(m_usesFile, true);
    if (cameFromKeychain)
        clearKeychain(); // which may not answer, and need not
    Q_EMIT changed();
    co_return done;
}

QCoro::Task<Result<void>> ChosenSecretStore::useKeychain()
{
    if (std::exchange(m_moving, true))
        co_return moving();
    const QPointer<ChosenSecretStore> self(this);
    const Secrets none;
    const auto brought = co_await bring(&m_keychain, none);
    if (!self)
        co_return brought;
    m_moving = false;
    if (!brought || !m_usesFile)
        co_return brought;
    m_usesFile = false;
    const auto deleted = co_await m_file.destroy();
    if (!self)
        co_return deleted;
    m_usesFile = !deleted;
    Q_EMIT changed();
    co_return deleted;
}

// Secrets may change while others are moved, so they are compared until nothing is left; then nobody comes
// between this and who waits for it. What is written is read, too: some keychains take everything and keep
// nothing.
QCoro::Task<Result<void>> ChosenSecretStore::bring(SecretStore *target, Secrets there)
{
    const QPointer<ChosenSecretStore> self(this);
    while (self) {
        const QString key = differing(m_known, there);
        if (key.isNull())
            break;
        if (!m_known.contains(key)) {
            const auto removed = co_await target->remove(key);
            if (!removed)
                co_return removed;
            there.remove(key);
            continue;
        }
        const QString secret = m_known.value(key);
        const auto written = co_await target->write(key, secret);
        if (!written || !self)
            co_return written;
        const auto kept = co_await target->read(key);
        if (!kept)
            co_return fail(kept.error());
        if (*kept != secret)
            co_return fail(ErrorCode::Unavailable, tr("The keychain does not keep what it is given."));
        there.insert(key, secret);
    }
    co_return Result<void>();
}

// So that no token is left there that is spent when the keychain is used again.
QCoro::Task<void> ChosenSecretStore::clearKeychain()
{
    const QPointer<ChosenSecretStore> self(this);
    const QStringList keys = m_known.keys();
    m_moving = true; // nothing new comes there meanwhile
    for (const QString &key : keys) {
        if (self)
            co_await m_keychain.remove(key);
    }
    if (self)
        m_moving = false;
}

QCoro::Task<Result<std::optional<QString>>> ChosenSecretStore::read(QString key)
{
    const QPointer<ChosenSecretStore> self(this);
    const auto secret = co_await current().read(key);
    if (self && secret && *secret) {
        const Secrets one{{key, **secret}};
        learn(one);
    }
    co_return secret;
}

QCoro::Task<Result<void>> ChosenSecretStore::write(QString key, QString secret)
{
    const QPointer<ChosenSecretStore> self(this);
    const bool toFile = m_usesFile;
    m_known.insert(key, secret);
    auto written = co_await current().write(key, secret);
    if (!written && self && m_usesFile != toFile)
        written = co_await current().write(key, secret); // they were moved meanwhile
    co_return written;
}

QCoro::Task<Result<void>> ChosenSecretStore::remove(QString key)
{
    m_known.remove(key);
    co_return co_await current().remove(key);
}

} // namespace Hearth
