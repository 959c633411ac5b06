// SPDX-License-Identifier: Apache-2.0
#include "services/passwordhasher.h"

#include "util/poolwork.h"

#include <sodium.h>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

// The same password may be typed in composed or decomposed form (RFC 8265 section 4.2.1).
QByteArray canonical(const QString &password)
{
    return password.normalized(QString::NormalizationForm_C).toUtf8();
}

Result<QString> hashNow(const QByteArray &password, const PasswordCost &cost)
{
    char out[crypto_pwhash_STRBYTES];
    if (crypto_pwhash_str_alg(out, password.constData(), quint64(password.size()), quint64(cost.passes),
                              size_t(cost.memoryKiB) * 1024, crypto_pwhash_ALG_ARGON2ID13)
        != 0)
        return fail(Error{ErrorCode::Unavailable, u"The server is short of memory."_s, {}, 1000});
    return QString::fromLatin1(out);
}

} // namespace

PasswordHasher::PasswordHasher(PasswordCost cost, int threads, int maxWaiting)
    : m_cost(cost)
    , m_maxWaiting(maxWaiting)
    , m_nobodysHash(hashOfNobody(cost))
{
    if (sodium_init() < 0)
        qFatal("libsodium cannot be used on this machine");
    m_pool.setMaxThreadCount(threads);
}

PasswordHasher::~PasswordHasher()
{
    m_pool.waitForDone();
}

// The form that libsodium writes.
QByteArray PasswordHasher::hashOfNobody(const PasswordCost &cost)
{
    const auto random = [](int bytes) {
        QByteArray value(bytes, Qt::Uninitialized);
        randombytes_buf(value.data(), size_t(bytes));
        return value.toBase64(QByteArray::OmitTrailingEquals);
    };
    return "$argon2id$v=19$m=" + QByteArray::number(cost.memoryKiB) + ",t=" + QByteArray::number(cost.passes)
        + ",p=1$" + random(16) + '$' + random(32);
}

template<typename F>
QCoro::Task<std::invoke_result_t<F>> PasswordHasher::run(F work)
{
    if (*m_waiting >= m_maxWaiting)
        co_return fail(Error{ErrorCode::Unavailable, u"Too many people are signing in."_s, {}, 1000});
    const auto waiting = m_waiting; // the hasher may be gone when the answer comes
    ++*waiting;
    PoolWork hashing(m_pool, std::move(work));
    const auto answer = co_await hashing;
    --*waiting;
    co_return answer;
}

QCoro::Task<Result<QString>> PasswordHasher::hash(QString password)
{
    return run([password = canonical(password), cost = m_cost] { return hashNow(password, cost); });
}

QCoro::Task<Result<bool>> PasswordHasher::verify(QString password, std::optional<QString> hash)
{
    const QByteArray expected = hash ? hash->toLatin1() : m_nobodysHash;
    return run([password = canonical(password), expected, known = hash.has_value()]() -> Result<bool> {
        const int differs =
            crypto_pwhash_str_verify(expected.constData(), password.constData(), quint64(password.size()));
        return known && differs == 0;
    });
}

} // namespace Hearth
