// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "util/result.h"

#include <QCoroTask>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QUrlQuery>

#include <memory>

class QHttpMultiPart;
class QNetworkReply;

namespace Hearth {

// One REST request; `path` starts with a slash.
struct HttpCall {
    QByteArray method = "GET";
    QString path;
    QUrlQuery query = {};
    QByteArray body = {};
    QByteArray contentType = "application/json"; // of the body, if there is one
};

// What a request was answered with, as it came.
struct HttpAnswer {
    QByteArray body;
    QByteArray link; // RFC 8288, where there is more
};

// Requests to one server. Redirects are not followed, an answer has 30 s and 16 MiB. A problem document
// becomes its Error; no answer is `unavailable`.
class Http
{
public:
    explicit Http(QUrl server);
    ~Http(); // what is under way fails with `unavailable`
    Q_DISABLE_COPY_MOVE(Http)

    // An answer without a body is an empty object.
    QCoro::Task<Result<QJsonObject>> send(HttpCall call, QString bearer = {});
    QCoro::Task<Result<HttpAnswer>> fetch(HttpCall call, QString bearer = {});

    // For contents that are streamed: the reply is the caller's, who deletes it. A form goes with it.
    [[nodiscard]] QNetworkReply *begin(const HttpCall &call, const QString &bearer,
                                       QHttpMultiPart *form = nullptr);
    // What a finished reply says.
    [[nodiscard]] static Result<QJsonObject> resultOf(QNetworkReply &reply);
    [[nodiscard]] static Result<QJsonObject> objectOf(const HttpAnswer &answer);

    [[nodiscard]] const QUrl &server() const { return m_server; }
    void abort(); // everything that is under way
    void forgetConnections(); // the next request makes its own

private:
    const QUrl m_server;
    // Goes later, because the last answer may be what ends this object.
    struct Later {
        void operator()(QObject *object) const { object->deleteLater(); }
    };
    const std::unique_ptr<QNetworkAccessManager, Later> m_manager;
};

} // namespace Hearth
