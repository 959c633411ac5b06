// SPDX-License-Identifier: Apache-2.0
#include "platform/encryptedsecretstore.h"

#include "util/poolwork.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>

namespace Hearth {

namespace {

tl::unexpected<Error> notOpen()
{
    return fail(ErrorCode::Unavailable, EncryptedSecretStore::tr("The encrypted file is locked."));
}

Result<Secrets> loadSecrets(const QString &path, const SealKey &key)
{
    auto contents = readSealed(path, key);
    if (!contents)
        return fail(contents.error());
    const QJsonObject stored = QJsonDocument::fromJson(*contents).object();
    wipe(*contents);
    Secrets secrets;
    for (auto one = stored.begin(); one != stored.end(); ++one)
        secrets.insert(one.key(), one.value().toString());
    return secrets;
}

Result<void> saveSecrets(const QString &path, const SealKey &key, const Secrets &secrets)
{
    QJsonObject stored;
    for (auto one = secrets.begin(); one != secrets.end(); ++one)
        stored.insert(one.key(), one.value());
    QByteArray contents = QJsonDocument(stored).toJson(QJsonDocument::Compact);
    const auto saved = writeSealed(path, key, contents);
    wipe(contents);
    return saved;
}

} // namespace

EncryptedSecretStore::EncryptedSecretStore(QString path, SealCost cost, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
    , m_cost(cost)
{
    m_pool.setMaxThreadCount(1); // writes stay in their order
}

EncryptedSecretStore::~EncryptedSecretStore()
{
    m_pool.waitForDone();
}

bool EncryptedSecretStore::exists() const
{
    return QFile::exists(m_path);
}

QCoro::Task<Result<void>> EncryptedSecretStore::create(QString passphrase, Secrets secrets)
{
    const QPointer<EncryptedSecretStore> self(this);
    PoolWork creating(m_pool, [path = m_path, cost = m_cost, passphrase, secrets]() -> Result<SealKeyPtr> {
        const auto key = makeSealKey(passphrase, cost);
        if (!key)
            return key;
        if (const auto saved = saveSecrets(path, **key, secrets); !saved)
            return fail(saved.error());
        return key;
    });
    const Result<SealKeyPtr> key = co_await creating;
    if (!key)
        co_return fail(key.error());
    if (self)
        m_key = *key;
    co_return Result<void>();
}

QCoro::Task<Result<Secrets>> EncryptedSecretStore::open(QString passphrase)
{
    struct Opened {
        SealKeyPtr key;
        Secrets secrets;
    };
    const QPointer<EncryptedSecretStore> self(this);
    PoolWork opening(m_pool, [path = m_path, passphrase]() -> Result<Opened> {
        const auto key = openSealed(path, passphrase);
        if (!key)
            return fail(key.error());
        const auto secrets = loadSecrets(path, **key);
        if (!secrets)
            return fail(secrets.error());
        return Opened{*key, *secrets};
    });
    const Result<Opened> opened = co_await opening;
    if (!opened)
        co_return fail(opened.error());
    if (self)
        m_key = opened->key;
    co_return opened->secrets;
}

QCoro::Task<Result<void>> EncryptedSecretStore::destroy()
{
    const QPointer<EncryptedSecretStore> self(this);
    PoolWork removing(m_pool, [path = m_path]() -> Result<void> {
        QFile file(path);
        if (file.exists() && !file.remove())
            return fail(ErrorCode::Unavailable, file.errorString());
        return {};
    });
    const Result<void> removed = co_await removing;
    if (self && removed)
        m_key.reset();
    co_return removed;
}

QCoro::Task<Result<std::optional<QString>>> EncryptedSecretStore::read(QString key)
{
    if (!m_key)
        co_return notOpen();
    PoolWork reading(m_pool, [path = m_path, sealKey = m_key, key]() -> Result<std::optional<QString>> {
        const auto secrets = loadSecrets(path, *sealKey);
        if (!secrets)
            return fail(secrets.error());
        if (!secrets->contains(key))
            return std::nullopt;
        return secrets->value(key);
    });
    const Result<std::optional<QString>> secret = co_await reading;
    co_return secret;
}

QCoro::Task<Result<void>> EncryptedSecretStore::write(QString key, QString secret)
{
    if (!m_key)
        co_return notOpen();
    PoolWork writing(m_pool, [path = m_path, sealKey = m_key, key, secret]() -> Result<void> {
        auto secrets = loadSecrets(path, *sealKey);
        if (!secrets)
            return fail(secrets.error());
        secrets->insert(key, secret);
        return saveSecrets(path, *sealKey, *secrets);
    });
    const Result<void> written = co_await writing;
    co_return written;
}

QCoro::Task<Result<void>> EncryptedSecretStore::remove(QString key)
{
    if (!m_key)
        co_return notOpen();
    PoolWork removing(m_pool, [path = m_path, sealKey = m_key, key]() -> Result<void> {
        auto secrets = loadSecrets(path, *sealKey);
        if (!secrets)
            return fail(secrets.error());
        if (secrets->remove(key) == 0)
            return {};
        return saveSecrets(path, *sealKey, *secrets);
    });
    const Result<void> removed = co_await removing;
    co_return removed;
}

} // namespace Hearth
