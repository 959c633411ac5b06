// SPDX-License-Identifier: Apache-2.0
#include "app/keyfiles.h"

#include "app/log.h"
#include "util/poolwork.h"

#include <QFile>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 mostBytes = 256 * 1024;

Result<QByteArray> readFile(const QString &path)
{
    if (path.isEmpty())
        return QByteArray();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::InvalidField, u"%1: %2"_s.arg(path, file.errorString()));
    return file.read(mostBytes);
}

} // namespace

KeyFiles::KeyFiles(const Config &config, std::chrono::milliseconds interval)
    : m_pemFile(config.jwtPublicKeyFile)
    , m_jwksFile(config.jwksFile)
{
    if (!m_pemFile.isEmpty() || !m_jwksFile.isEmpty())
        m_keys = std::make_shared<PublicKeys>();
    m_pool.setMaxThreadCount(1);
    m_timer.setInterval(interval);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { look(); });
}

Result<void> KeyFiles::load()
{
    if (!m_keys)
        return {};
    auto contents = read(m_pemFile, m_jwksFile);
    if (!contents)
        return fail(contents.error());
    auto keys = parse(*contents);
    if (!keys)
        return fail(keys.error());
    *m_keys = std::move(*keys);
    m_contents = std::move(*contents);
    m_timer.start();
    return {};
}

Result<KeyFiles::Contents> KeyFiles::read(const QString &pemFile, const QString &jwksFile)
{
    const auto pem = readFile(pemFile);
    if (!pem)
        return fail(pem.error());
    const auto jwks = readFile(jwksFile);
    if (!jwks)
        return fail(jwks.error());
    return Contents{*pem, *jwks};
}

Result<PublicKeys> KeyFiles::parse(const Contents &contents) const
{
    PublicKeys all;
    const auto add = [&all](const QString &file, const Result<PublicKeys> &keys) -> Result<void> {
        if (!keys)
            return fail(keys.error().code, file + u' ' + keys.error().detail);
        all.add(*keys);
        return {};
    };
    if (!m_pemFile.isEmpty()) {
        if (const auto added = add(m_pemFile, PublicKeys::fromPem(contents.pem)); !added)
            return fail(added.error());
    }
    if (!m_jwksFile.isEmpty()) {
        if (const auto added = add(m_jwksFile, PublicKeys::fromJwks(contents.jwks)); !added)
            return fail(added.error());
    }
    return all;
}

QCoro::Task<void> KeyFiles::look()
{
    if (!m_keys)
        co_return;
    const Lifetime::Watch lifetime = m_lifetime.watch();
    auto work = [pem = m_pemFile, jwks = m_jwksFile] { return read(pem, jwks); };
    PoolWork reading(m_pool, std::move(work)); // named: GCC 12 destroys a temporary one twice
    const auto contents = co_await reading;
    if (!lifetime.isOver())
        apply(contents);
}

void KeyFiles::apply(const Result<Contents> &contents)
{
    if (!contents) {
        qCWarning(lcApp).noquote() << "keys_not_read" << contents.error().detail;
        return;
    }
    if (*contents == m_contents)
        return;
    m_contents = *contents; // a file that is wrong is complained of once
    auto keys = parse(*contents);
    if (!keys) {
        qCWarning(lcApp).noquote() << "keys_kept" << keys.error().detail;
        return;
    }
    *m_keys = std::move(*keys);
    qCInfo(lcApp) << "keys_reloaded";
}

} // namespace Hearth
