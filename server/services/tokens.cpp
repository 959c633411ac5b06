// SPDX-License-Identifier: Apache-2.0
#include "services/tokens.h"

#include "services/jwt.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSaveFile>

#include <sodium.h>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto issuer = "hearth"_L1;

QByteArray randomBytes(int count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    randombytes_buf(bytes.data(), size_t(count));
    return bytes;
}

Result<QByteArray> makeSigningKey(const QString &path)
{
    const QByteArray key = randomBytes(AccessTokens::keyBytes);
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(key.toHex() + '\n') > 0 && file.commit())
        return key;
    return fail(ErrorCode::Internal, u"%1: %2"_s.arg(path, file.errorString()));
}

} // namespace

QByteArray AccessTokens::issue(const AccessGrant &grant, Timestamp now) const
{
    return signJwt({{"iss"_L1, issuer},
                    {"sub"_L1, grant.userId},
                    {"sid"_L1, grant.sessionId},
                    {"iat"_L1, toMs(now) / 1000},
                    {"exp"_L1, toMs(grant.expiresAt) / 1000}},
                   m_key);
}

Result<AccessGrant> AccessTokens::verify(const QByteArray &token, Timestamp now) const
{
    const auto claims = verifyJwt(token, m_key, {JwtAlgorithm::HS256});
    if (!claims)
        return fail(claims.error());
    const auto expiresAt = checkValidity(*claims, now);
    if (!expiresAt)
        return fail(expiresAt.error());
    const AccessGrant grant{claims->value("sub"_L1).toString(), claims->value("sid"_L1).toString(),
                            *expiresAt};
    if (claims->value("iss"_L1) != issuer || grant.userId.isEmpty() || grant.sessionId.isEmpty())
        return fail(ErrorCode::Unauthorized, u"This token is not valid."_s);
    return grant;
}

Result<QByteArray> loadSigningKey(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return makeSigningKey(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Internal, u"%1: %2"_s.arg(path, file.errorString()));
    const QByteArray key = QByteArray::fromHex(file.read(1024).trimmed());
    if (key.size() != AccessTokens::keyBytes)
        return fail(ErrorCode::Internal,
                    u"%1 does not hold a signing key (64 hexadecimal digits)."_s.arg(path));
    return key;
}

QByteArray makeRefreshToken()
{
    return randomBytes(32).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QString makeCode()
{
    static constexpr QByteArrayView characters("23456789abcdefghjkmnpqrstuvwxyz");
    QString code;
    for (int i = 0; i < 20; ++i) {
        if (i > 0 && i % 5 == 0)
            code += u'-';
        code += QLatin1Char(characters[randombytes_uniform(quint32(characters.size()))]);
    }
    return code;
}

QString canonicalCode(const QString &typed)
{
    return typed.simplified().remove(u' ').toLower();
}

QByteArray refreshTokenHash(const QByteArray &token)
{
    return QCryptographicHash::hash(token, QCryptographicHash::Sha256);
}

} // namespace Hearth
