// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/answer.h"
#include "core/http.h"
#include "core/timing.h"
#include "core/types.h"

#include <QObject>

namespace Hearth {

// The tokens of one account: hands out an access token, and renews it when it is old.
class Credentials : public QObject
{
    Q_OBJECT

public:
    Credentials(Http &http, const Timing &timing, AuthTokens tokens);

    void replace(AuthTokens tokens); // after signing in again

    [[nodiscard]] const AuthTokens &tokens() const { return m_tokens; }
    // When the access token should be replaced: some time before it expires.
    [[nodiscard]] std::optional<Timestamp> renewAt() const;

    // An access token that is good as far as is known. unauthorized when a person has to sign in again;
    // unavailable when the server cannot be asked.
    QCoro::Task<Result<QString>> token();

    // A new access token in place of `refused`. Calls at the same time share one request, because a refresh
    // token works once.
    QCoro::Task<Result<QString>> renew(QString refused);

Q_SIGNALS:
    void changed(const AuthTokens &tokens);

private:
    // A copy as a Result: QCoro 0.8 moves from an lvalue that co_return has to convert.
    [[nodiscard]] Result<QString> accessToken() const { return m_tokens.accessToken; }
    void keep(AuthTokens tokens);
    void finishRenewal(const Result<QString> &result);

    Http &m_http;
    const Timing &m_timing;
    AuthTokens m_tokens;
    std::optional<Timestamp> m_expiresAt; // of the access token
    bool m_renewing = false;
    QList<Answer<Result<QString>>> m_waiting;
};

} // namespace Hearth
