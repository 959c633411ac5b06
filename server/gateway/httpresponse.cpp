// SPDX-License-Identifier: Apache-2.0
#include "gateway/httpresponse.h"

#include "gateway/httpparser.h"
#include "util/uuid.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

// RFC 9110 section 5.6.7.
QByteArray httpDate()
{
    return QLocale::c()
        .toString(QDateTime::currentDateTimeUtc(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s)
        .toLatin1();
}

bool hasHeader(const HttpResponse &response, QByteArrayView name)
{
    return std::any_of(response.headers.begin(), response.headers.end(), [name](const auto &header) {
        return header.first.compare(name, Qt::CaseInsensitive) == 0;
    });
}

struct PlainProblem {
    int status;
    ErrorCode code;
    QString detail;
    QString requestId;
};

void describe(JsonWriter &f, const PlainProblem &problem)
{
    f.required("type", u"about:blank"_s);
    f.required("title", QString::fromLatin1(reasonPhrase(problem.status)));
    f.required("status", problem.status);
    f.required("detail", problem.detail);
    f.required("code", QString(wireName(problem.code)));
    f.required("request_id", problem.requestId);
}

} // namespace

QByteArray toBytes(const HttpResponse &response, const AnswerContext &context)
{
    QByteArray out =
        "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reasonPhrase(response.status) + "\r\n";
    const auto add = [&out](const QByteArray &name, const QByteArray &value) {
        if (!value.contains('\r') && !value.contains('\n'))
            out += name + ": " + value + "\r\n";
    };
    add("Date", httpDate());
    add("X-Request-ID", context.requestId.toLatin1());
    add("X-Content-Type-Options", "nosniff");
    if (context.hstsSeconds > 0)
        add("Strict-Transport-Security", "max-age=" + QByteArray::number(context.hstsSeconds));
    const bool hasContent = response.status != 204 && response.status != 304;
    if (hasContent) {
        const qint64 bytes = response.body.isEmpty() ? response.streamBytes : response.body.size();
        if (bytes > 0)
            add("Content-Type", response.contentType);
        add("Content-Length", QByteArray::number(bytes));
    }
    if (context.isPrivate && !hasHeader(response, "cache-control"))
        add("Cache-Control", "private, no-store");
    if (context.variesByOrigin)
        add("Vary", "Origin");
    if (!context.corsOrigin.isEmpty()) {
        add("Access-Control-Allow-Origin", context.corsOrigin);
        add("Access-Control-Expose-Headers",
            "Content-Disposition, Content-Range, ETag, RateLimit, RateLimit-Policy, Retry-After, "
            "X-Request-ID");
    }
    if (context.closes)
        add("Connection", "close");
    for (const auto &[name, value] : response.headers)
        add(name, value);
    out += "\r\n";
    if (hasContent && !context.headOnly)
        out += response.body;
    return out;
}

HttpResponse refusal(int status, ErrorCode code, const QString &detail, const QString &requestId)
{
    if (httpStatus(code) == status)
        return problem({code, detail}, requestId);
    return {status, "application/problem+json", toJson(PlainProblem{status, code, detail, requestId})};
}

HttpResponse preflight()
{
    HttpResponse response = noContent();
    response.addHeader("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, PATCH, DELETE");
    response.addHeader("Access-Control-Allow-Headers",
                       "Authorization, Content-Disposition, Content-Type, Idempotency-Key, If-Match, "
                       "If-None-Match, If-Range, Range, X-Request-ID");
    response.addHeader("Access-Control-Max-Age", "600");
    return response;
}

QString requestIdOf(const HttpRequest &request)
{
    const QString given = QString::fromLatin1(request.header("x-request-id"));
    if (isHarmlessId(given))
        return given;
    return uuidV7();
}

} // namespace Hearth
