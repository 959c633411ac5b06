// SPDX-License-Identifier: Apache-2.0
#include "app/settings.h"
#include "app/settingvalues.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;
using namespace SettingValues;

std::vector<Setting> accountSettings()
{
    using C = Config &;
    using T = const QString &;
    return {
        {u"auth.registration"_s,
         u"registration"_s,
         u"POLICY"_s,
         {},
         u"Who may make an account: open, invite or closed. Default: open while the host is loopback, else invite"_s,
         [](C c, T t) { return oneOf<Registration>(t, c.chosenRegistration); }},
        {u"auth.signing_key_file"_s,
         u"signing-key-file"_s,
         u"FILE"_s,
         {},
         u"Key of the server's own access tokens, made when missing; instances of one service share it. "
         "Default: signing.key in the data folder"_s,
         [](C c, T t) { return path(t, c.signingKeyFile); }},
        {u"auth.access_token_lifetime"_s,
         u"access-token-lifetime"_s,
         u"TIME"_s,
         u"15m"_s,
         u"How long an access token is valid; clients get a new one by themselves"_s,
         [](C c, T t) { return lifetime(t, c.accessLifetime); },
         Setting::Flag::Yes,
         {u"auth.token_expiry"_s}},
        {u"auth.argon2_memory"_s, u"argon2-memory"_s, u"KIB"_s, u"65536"_s,
         u"Memory that a password hash takes"_s,
         [](C c, T t) { return number(t, 8, 4'194'304, c.passwordCost.memoryKiB); }},
        {u"auth.argon2_passes"_s, u"argon2-passes"_s, u"NUMBER"_s, u"2"_s, u"Passes over that memory"_s,
         [](C c, T t) { return number(t, 1, 100, c.passwordCost.passes); }},
        {u"auth.jwt_secret"_s,
         u"jwt-secret"_s,
         u"TEXT"_s,
         {},
         u"Secret that signs the tokens of an external user service"_s,
         [](C c, T t) { return secret(t, c.jwtSecret); },
         Setting::Flag::No},
        {u"auth.jwt_secret_file"_s,
         u"jwt-secret-file"_s,
         u"FILE"_s,
         {},
         u"File with the secret that signs the tokens of an external user service"_s,
         [](C c, T t) { return path(t, c.jwtSecretFile); }},
        {u"auth.jwt_public_key_file"_s,
         u"jwt-public-key-file"_s,
         u"FILE"_s,
         {},
         u"File with the public keys (PEM) of an external user service; read again when it changes"_s,
         [](C c, T t) { return path(t, c.jwtPublicKeyFile); }},
        {u"auth.jwks_file"_s,
         u"jwks-file"_s,
         u"FILE"_s,
         {},
         u"The same as a JWK Set, from which a token's kid selects"_s,
         [](C c, T t) { return path(t, c.jwksFile); }},
        {u"auth.jwt_algorithms"_s, u"jwt-algorithms"_s, u"LIST"_s,
         u"HS256,HS384,HS512,RS256,RS384,RS512,ES256,ES384,EdDSA"_s,
         u"Algorithms that external tokens may use; of these, each key takes those of its kind"_s,
         [](C c, T t) { return algorithms(t, c.externalTokens.algorithms); }},
        {u"auth.jwt_issuer"_s,
         u"jwt-issuer"_s,
         u"TEXT"_s,
         {},
         u"Required 'iss' of external tokens"_s,
         [](C c, T t) { return anyText(t, c.externalTokens.issuer); }},
        {u"auth.jwt_audience"_s,
         u"jwt-audience"_s,
         u"TEXT"_s,
         {},
         u"Required 'aud' of external tokens"_s,
         [](C c, T t) { return anyText(t, c.externalTokens.audience); }},
        {u"auth.jwt_user_claims"_s, u"jwt-user-claims"_s, u"LIST"_s, u"user_id,userId,id,sub"_s,
         u"Claims that may hold the user id; the first that a token has counts"_s,
         [](C c, T t) { return claims(t, c.externalTokens.userIdClaims); }},
        {u"auth.allow_weak_secret"_s, u"allow-weak-secret"_s, u"BOOL"_s, u"false"_s,
         u"Start in spite of a JWT secret that is short or from an example"_s,
         [](C c, T t) { return yesOrNo(t, c.allowWeakSecret); }},
    };
}

} // namespace Hearth
