// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/http.h"

#include <QStringList>

namespace Hearth {

// "/ws", "/api/v1/ws" and the configured one.
[[nodiscard]] bool isWebSocketPath(const QString &path, const QString &configured);

// What is wrong with an opening handshake (RFC 6455 section 4.2.1): 400, 405, 426, and 403 for an Origin that
// is neither allowed nor the server's own. Nothing when only the token is left to be checked.
[[nodiscard]] std::optional<HttpResponse> refuseUpgrade(const HttpRequest &request, bool isHttp10,
                                                        bool announcesBody,
                                                        const QStringList &allowedOrigins);

// The request with its token in the Authorization header, wherever it came: there already, in the
// sub-protocol "bearer.<token>" (browsers), or in the query; and nowhere else.
[[nodiscard]] HttpRequest withToken(HttpRequest request);

} // namespace Hearth
