// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/http.h"
#include "api/networks.h"

namespace Hearth {

// The field in which the proxies name their clients. Only one is believed: what a proxy does not write
// itself, it passes on as the client wrote it.
enum class ForwardedField { XForwardedFor, Forwarded };

struct ProxyConfig {
    Networks trusted; // whose word is taken; empty: nobody's
    ForwardedField field = ForwardedField::XForwardedFor;
};

// Who made a request, and whether TLS carried it as far as is known.
struct Client {
    QHostAddress address;
    bool secure = false;

    bool operator==(const Client &) const = default;
};

// Follows the hops from the connection backwards as long as they are trusted: the right-most one that is not
// is the client (RFC 7239 section 8.1). A hop that cannot be read ends the way, since nobody trusted vouches
// for what is behind it.
[[nodiscard]] Client clientOf(const HttpRequest &request, const Client &connection,
                              const ProxyConfig &proxies);

// True when the request says that it came through a proxy, whoever claims so.
[[nodiscard]] bool claimsForwarding(const HttpRequest &request);

} // namespace Hearth
