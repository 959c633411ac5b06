// SPDX-License-Identifier: Apache-2.0
#include "app/settings.h"
#include "app/settingvalues.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;
using namespace SettingValues;

std::vector<Setting> httpSettings()
{
    using C = Config &;
    using T = const QString &;
    return {
        {u"http.allowed_origins"_s,
         u"allowed-origins"_s,
         u"LIST"_s,
         {},
         u"Web origins that may open a WebSocket, besides the server's own"_s,
         [](C c, T t) { return origins(t, c.allowedOrigins); }},
        {u"http.cors_origins"_s,
         u"cors-origins"_s,
         u"LIST"_s,
         {},
         u"Web origins that may use the REST API (CORS)"_s,
         [](C c, T t) { return origins(t, c.corsOrigins); }},
        {u"http.websocket_path"_s,
         u"websocket-path"_s,
         u"PATH"_s,
         u"/ws"_s,
         u"Path of the WebSocket, besides /ws and /api/v1/ws"_s,
         [](C c, T t) { return webSocketPath(t, c.webSocketPath); },
         Setting::Flag::Yes,
         {u"server.websocket_path"_s}},
        {u"http.trusted_proxies"_s,
         u"trusted-proxies"_s,
         u"LIST"_s,
         {},
         u"Networks of reverse proxies whose word on their clients' addresses is taken"_s,
         [](C c, T t) { return networks(t, c.proxies.trusted); }},
        {u"http.forwarded_field"_s, u"forwarded-field"_s, u"NAME"_s, u"x-forwarded-for"_s,
         u"The one field in which these proxies say so: x-forwarded-for or forwarded"_s,
         [](C c, T t) { return oneOf<ForwardedField>(t, c.proxies.field); }},
        {u"tls.certificate"_s,
         u"tls-certificate"_s,
         u"FILE"_s,
         {},
         u"Certificate chain (PEM); with it, the port speaks TLS only. SIGHUP reads both files again"_s,
         [](C c, T t) { return path(t, c.tls.certificate); }},
        {u"tls.key"_s,
         u"tls-key"_s,
         u"FILE"_s,
         {},
         u"The certificate's key (PEM)"_s,
         [](C c, T t) { return path(t, c.tls.key); }},
        {u"tls.hsts"_s, u"tls-hsts"_s, u"SECONDS"_s, u"31536000"_s,
         u"How long browsers that came over TLS come back over TLS only; 0 does not say so"_s,
         [](C c, T t) { return number(t, 0, 63'072'000, c.hstsSeconds); }},
        {u"metrics.networks"_s,
         u"metrics-networks"_s,
         u"LIST"_s,
         {},
         u"Networks that may read /metrics, besides loopback"_s,
         [](C c, T t) { return networks(t, c.metricsNetworks); }},
        {u"metrics.token_file"_s,
         u"metrics-token-file"_s,
         u"FILE"_s,
         {},
         u"File with a token; whoever sends it as a bearer may read /metrics from anywhere"_s,
         [](C c, T t) { return path(t, c.metricsTokenFile); }},
        {u"limits.user_messages"_s, u"limit-user-messages"_s, u"RATE/BURST"_s, u"20/200"_s,
         u"Messages that a user may send: in a second, and at once; 0 is any number"_s,
         [](C c, T t) { return rateLimit(t, c.rateLimits.userMessages); }},
        {u"limits.user_requests"_s, u"limit-user-requests"_s, u"RATE/BURST"_s, u"50/300"_s,
         u"Other requests that a user may make"_s,
         [](C c, T t) { return rateLimit(t, c.rateLimits.userRequests); }},
        {u"limits.device_messages"_s, u"limit-device-messages"_s, u"RATE/BURST"_s, u"0"_s,
         u"Messages from one device (session) of a user"_s,
         [](C c, T t) { return rateLimit(t, c.rateLimits.deviceMessages); }},
        {u"limits.device_requests"_s, u"limit-device-requests"_s, u"RATE/BURST"_s, u"0"_s,
         u"Other requests from one device"_s,
         [](C c, T t) { return rateLimit(t, c.rateLimits.deviceRequests); }},
        {u"limits.address_requests"_s, u"limit-address-requests"_s, u"RATE/BURST"_s, u"5/30"_s,
         u"Requests without a valid token from one IP address; of IPv6, from one /64"_s,
         [](C c, T t) { return rateLimit(t, c.rateLimits.addressRequests); }},
    };
}

} // namespace Hearth
