// SPDX-License-Identifier: Apache-2.0
#include "core/http.h"

#include "core/answer.h"
#include "wire/requests.h"

#include <QHttpMultiPart>
#include <QNetworkReply>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int transferTimeoutMs = 30'000;
constexpr qint64 answerBytes = 16 * 1024 * 1024; // a page of 100 of the largest messages is 6 MiB

QUrl urlOf(const QUrl &server, const HttpCall &call)
{
    QUrl url = server;
    url.setPath(server.path() == "/"_L1 ? call.path : server.path() + call.path);
    url.setQuery(call.query);
    return url;
}

Error noAnswer(const QNetworkReply &reply)
{
    if (reply.error() == QNetworkReply::SslHandshakeFailedError) {
        return {ErrorCode::Unavailable,
                u"The server's certificate is not valid: %1"_s.arg(reply.errorString()),
                {},
                {}};
    }
    return {ErrorCode::Unavailable, u"The server cannot be reached."_s, {}, {}};
}

// For answers without a problem document, from a proxy in between for example.
ErrorCode codeOf(int status)
{
    switch (status) {
    case 401: return ErrorCode::Unauthorized;
    case 403: return ErrorCode::Forbidden;
    case 404: return ErrorCode::NotFound;
    case 413: return ErrorCode::TooLarge;
    case 429: return ErrorCode::RateLimited;
    case 502:
    case 503:
    case 504: return ErrorCode::Unavailable;
    default: return ErrorCode::Internal;
    }
}

Result<HttpAnswer> answerOf(QNetworkReply &reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool interrupted = reply.error() != QNetworkReply::NoError && reply.error() < 100;
    if (status == 0 || interrupted) // below 100 are the errors of the network, above those of the protocol
        return fail(noAnswer(reply));
    const QByteArray body = reply.readAll();
    if (status >= 200 && status < 300)
        return HttpAnswer{body, reply.rawHeader("Link")};
    if (auto problem = parse<Problem>(body))
        return fail(std::move(problem->error));
    return fail(codeOf(status), u"The server answered with status %1."_s.arg(status));
}

} // namespace

Http::Http(QUrl server)
    : m_server(std::move(server))
    , m_manager(new QNetworkAccessManager)
{
    m_manager->setTransferTimeout(transferTimeoutMs);
    m_manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

Http::~Http()
{
    abort();
}

QNetworkReply *Http::begin(const HttpCall &call, const QString &bearer, QHttpMultiPart *form)
{
    QNetworkRequest request(urlOf(m_server, call));
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    if (!bearer.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + bearer.toUtf8());
    if (!call.body.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader, call.contentType);

    if (!form)
        return m_manager->sendCustomRequest(request, call.method, call.body);
    QNetworkReply *reply = m_manager->sendCustomRequest(request, call.method, form);
    form->setParent(reply);
    return reply;
}

QCoro::Task<Result<QJsonObject>> Http::send(HttpCall call, QString bearer)
{
    const auto answer = co_await fetch(std::move(call), std::move(bearer));
    co_return answer.and_then(objectOf);
}

QCoro::Task<Result<HttpAnswer>> Http::fetch(HttpCall call, QString bearer)
{
    QNetworkReply *reply = begin(call, bearer);
    Answer<Result<HttpAnswer>> answer;
    QObject::connect(reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 received) {
        if (received > answerBytes)
            reply->abort();
    });
    QObject::connect(reply, &QNetworkReply::finished, reply, [reply, answer]() mutable {
        reply->deleteLater();
        answer.set(answerOf(*reply));
    });
    co_return co_await answer;
}

Result<QJsonObject> Http::resultOf(QNetworkReply &reply)
{
    return answerOf(reply).and_then(objectOf);
}

Result<QJsonObject> Http::objectOf(const HttpAnswer &answer)
{
    return answer.body.isEmpty() ? QJsonObject() : parseObject(answer.body);
}

void Http::forgetConnections()
{
    m_manager->clearConnectionCache();
}

void Http::abort()
{
    const auto replies = m_manager->findChildren<QNetworkReply *>();
    for (QNetworkReply *reply : replies)
        reply->abort();
}

} // namespace Hearth
