// SPDX-License-Identifier: Apache-2.0
#include "gateway/upgrade.h"

#include "gateway/httpresponse.h"

#include <QUrl>

#include <algorithm>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArrayList valuesOf(const HttpRequest &request, QByteArrayView name)
{
    QByteArrayList values;
    for (const auto &[header, value] : request.headers) {
        if (header == name)
            values += value;
    }
    return values;
}

// The elements of a comma-separated header, which may be spread over several lines.
QByteArrayList elementsOf(const HttpRequest &request, QByteArrayView name)
{
    QByteArrayList elements;
    for (const QByteArray &part : valuesOf(request, name).join(',').split(','))
        elements += part.trimmed();
    return elements;
}

bool lists(const HttpRequest &request, QByteArrayView name, QByteArrayView element)
{
    const QByteArrayList elements = elementsOf(request, name);
    return std::any_of(elements.begin(), elements.end(), [element](const QByteArray &e) {
        return e.compare(element, Qt::CaseInsensitive) == 0;
    });
}

bool isKey(const QByteArray &key)
{
    const auto decoded = QByteArray::fromBase64Encoding(key, QByteArray::AbortOnBase64DecodingErrors);
    return decoded && (*decoded).size() == 16;
}

// No Origin: not a browser. Two would let the one that is checked differ from the one that is meant.
bool isOriginAllowed(const HttpRequest &request, const QStringList &allowed)
{
    const QByteArrayList origins = valuesOf(request, "origin");
    if (origins.isEmpty())
        return true;
    const QByteArray host = request.header("host");
    return origins.size() == 1
        && (allowed.contains(QString::fromLatin1(origins.first()))
            || origins.first().compare("http://" + host, Qt::CaseInsensitive) == 0
            || origins.first().compare("https://" + host, Qt::CaseInsensitive) == 0);
}

} // namespace

bool isWebSocketPath(const QString &path, const QString &configured)
{
    return path == "/ws"_L1 || path == "/api/v1/ws"_L1 || path == configured;
}

std::optional<HttpResponse> refuseUpgrade(const HttpRequest &request, bool isHttp10, bool announcesBody,
                                          const QStringList &allowedOrigins)
{
    const auto refuse = [&request](int status, const QString &detail) {
        HttpResponse response = refusal(status, ErrorCode::InvalidField, detail, request.requestId);
        if (status == 426) {
            response.addHeader("Upgrade", "websocket");
            response.addHeader("Sec-WebSocket-Version", "13");
        }
        return response;
    };
    if (request.method != "GET")
        return refusal(405, ErrorCode::MethodNotAllowed, u"A WebSocket is opened with GET."_s,
                       request.requestId);
    if (isHttp10)
        return refuse(400, u"A WebSocket needs HTTP/1.1."_s);
    if (announcesBody)
        return refuse(400, u"An opening handshake has no body."_s);
    if (!lists(request, "upgrade", "websocket") || !lists(request, "connection", "upgrade"))
        return refuse(426, u"This path speaks WebSocket only."_s);
    if (valuesOf(request, "sec-websocket-version") != QByteArrayList{"13"})
        return refuse(426, u"The WebSocket version has to be 13."_s);
    const QByteArrayList keys = valuesOf(request, "sec-websocket-key");
    if (keys.size() != 1 || !isKey(keys.first()))
        return refuse(400, u"Sec-WebSocket-Key has to be 16 bytes in base64."_s);
    if (const QUrl url(u"http://"_s + QString::fromLatin1(request.header("host")));
        !url.isValid() || url.host().isEmpty())
        return refuse(400, u"The Host field is not valid."_s);
    if (!isOriginAllowed(request, allowedOrigins))
        return refusal(403, ErrorCode::OriginForbidden, u"This origin may not connect."_s, request.requestId);
    return std::nullopt;
}

HttpRequest withToken(HttpRequest request)
{
    const QString inQuery = request.query.queryItemValue(u"token"_s, QUrl::FullyDecoded);
    request.query.removeAllQueryItems(u"token"_s);
    QByteArray token = inQuery.toUtf8();
    for (const QByteArray &protocol : elementsOf(request, "sec-websocket-protocol")) {
        if (protocol.startsWith("bearer."))
            token = protocol.sliced(qsizetype(sizeof "bearer.") - 1);
    }
    request.headers.removeIf([](const auto &header) { return header.first == "sec-websocket-protocol"; });
    if (!token.isEmpty() && valuesOf(request, "authorization").isEmpty())
        request.headers.emplaceBack("authorization", "Bearer " + token);
    return request;
}

} // namespace Hearth
