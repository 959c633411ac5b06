// SPDX-License-Identifier: Apache-2.0
#include "services/jwt.h"

#include "services/publickeys.h"

#include <QJsonDocument>

#include <jwt.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

using Jwt = std::unique_ptr<jwt_t, decltype(&jwt_free)>;
using CText = std::unique_ptr<char, decltype(&std::free)>;

tl::unexpected<Error> refused()
{
    return fail(ErrorCode::Unauthorized, u"This token is not valid."_s);
}

// RFC 7515 section 3.1: three parts of base64url without padding. Checked before anything is decoded.
bool hasTokenForm(const QByteArray &token)
{
    const bool alphabet = std::ranges::all_of(token, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'
            || c == '_' || c == '.';
    });
    return alphabet && token.size() <= jwtMaxBytes && token.count('.') == 2;
}

// How many members an object has as it is written, those with the same name counted each. For valid JSON.
qsizetype writtenMembers(const QByteArray &object)
{
    qsizetype colons = 0;
    int depth = 0;
    bool inText = false;
    for (qsizetype i = 0; i < object.size(); ++i) {
        switch (object[i]) {
        case '\\': ++i; break; // only within text
        case '"': inText = !inText; break;
        case '{':
        case '[': depth += inText ? 0 : 1; break;
        case '}':
        case ']': depth -= inText ? 0 : 1; break;
        case ':': colons += !inText && depth == 1 ? 1 : 0; break;
        default: break;
        }
    }
    return colons;
}

// The header (0) or the claims (1). Empty unless it is a JSON object in which no name stands twice: section 4
// of both RFCs lets us refuse that, which neither Qt nor the JWT library does.
QJsonObject part(const QByteArray &token, int index)
{
    const auto json = QByteArray::fromBase64Encoding(
        token.split('.').at(index), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    const QJsonObject object = QJsonDocument::fromJson(*json).object();
    return writtenMembers(*json) == object.size() ? object : QJsonObject();
}

// The library compares names regardless of case and would take an algorithm from the token; so the header is
// read here first, exactly.
std::optional<JwtAlgorithm> algorithmOf(const QJsonObject &header)
{
    if (header.contains("crit"_L1))
        return std::nullopt;
    return fromName<JwtAlgorithm>(header.value("alg"_L1).toString());
}

bool isSymmetric(JwtAlgorithm algorithm)
{
    return toName(algorithm).startsWith("HS"_L1);
}

jwt_alg_t libraryName(JwtAlgorithm algorithm)
{
    return jwt_str_alg(toName(algorithm).data());
}

const uchar *bytes(const QByteArray &key)
{
    return reinterpret_cast<const uchar *>(key.constData());
}

std::optional<qint64> wholeSeconds(const QJsonValue &value)
{
    constexpr qint64 endOfYear9999 = 253'402'300'799;
    const qint64 seconds = value.toInteger(-1);
    if (seconds < 0 || seconds > endOfYear9999)
        return std::nullopt;
    return seconds;
}

} // namespace

Result<QJsonObject> verifyJwt(const QByteArray &token, const QByteArray &key,
                              const QList<JwtAlgorithm> &allowed)
{
    if (key.isEmpty() || !hasTokenForm(token))
        return refused();
    const auto algorithm = algorithmOf(part(token, 0));
    if (!algorithm || !isSymmetric(*algorithm) || !allowed.contains(*algorithm))
        return refused();

    jwt_t *decoded = nullptr;
    if (jwt_decode(&decoded, token.constData(), bytes(key), int(key.size())) != 0)
        return refused();
    const Jwt jwt(decoded, &jwt_free);
    if (jwt_get_alg(jwt.get()) != libraryName(*algorithm))
        return refused();

    return part(token, 1);
}

Result<QJsonObject> verifyJwt(const QByteArray &token, const PublicKeys &keys,
                              const QList<JwtAlgorithm> &allowed)
{
    if (keys.isEmpty() || !hasTokenForm(token))
        return refused();
    const QJsonObject header = part(token, 0);
    const auto algorithm = algorithmOf(header);
    if (!algorithm || !allowed.contains(*algorithm))
        return refused();
    const qsizetype dot = token.lastIndexOf('.');
    const auto signature = QByteArray::fromBase64Encoding(
        token.mid(dot + 1), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!signature
        || !keys.verify(*algorithm, header.value("kid"_L1).toString(), token.first(dot), *signature))
        return refused();
    return part(token, 1);
}

Result<Timestamp> checkValidity(const QJsonObject &claims, Timestamp now)
{
    constexpr auto skew = std::chrono::seconds(60);
    for (const QLatin1StringView claim : {"nbf"_L1, "iat"_L1}) {
        if (!claims.contains(claim))
            continue;
        const auto from = wholeSeconds(claims.value(claim));
        if (!from || fromMs(*from * 1000) > now + skew)
            return refused();
    }
    const auto end = wholeSeconds(claims.value("exp"_L1));
    if (!end)
        return refused();
    const Timestamp expiresAt = fromMs(*end * 1000);
    if (expiresAt <= now)
        return fail(ErrorCode::TokenExpired, u"This token has expired."_s);
    return expiresAt;
}

QByteArray signJwt(const QJsonObject &claims, const QByteArray &key)
{
    jwt_t *made = nullptr;
    jwt_new(&made);
    Q_CHECK_PTR(made);
    const Jwt jwt(made, &jwt_free);
    jwt_add_grants_json(jwt.get(), QJsonDocument(claims).toJson(QJsonDocument::Compact).constData());
    jwt_set_alg(jwt.get(), JWT_ALG_HS256, bytes(key), int(key.size()));
    const CText token(jwt_encode_str(jwt.get()), &std::free);
    return QByteArray(token.get());
}

} // namespace Hearth
