// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/router.h"
#include "gateway/config.h"
#include "gateway/httpparser.h"
#include "gateway/httpresponse.h"
#include "gateway/requestbody.h"
#include "gateway/socket.h"
#include "gateway/stats.h"

#include <QBasicTimer>
#include <QPointer>

namespace Hearth {

class AnswerBody;

// What every connection works with; outlives them all.
struct HttpServices {
    const GatewayConfig &config;
    const Router &router;
    Authenticate authenticate; // for WebSocket upgrades; the router has its own
    GatewayStats &stats;
};

// One client that speaks HTTP/1.1 (RFC 9112): requests are answered one at a time and in their order. It
// deletes itself: after an upgrade, or when the client has left and no request is being answered any more.
class HttpConnection final : public QObject
{
    Q_OBJECT

public:
    HttpConnection(QTcpSocket *socket, const HttpServices &services, QObject *parent);
    ~HttpConnection() override;

    // Closes once the request that has begun, if any, is answered.
    void drain();

Q_SIGNALS:
    // A WebSocket is to be opened: the handshake, `headBytes` long, and what came after it are still unread.
    void upgradeAccepted(QTcpSocket *socket, qsizetype headBytes, const Hearth::Caller &caller);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    enum class State { Reading, Answering, Sending, Upgrading, Closing };

    void processInput();
    bool readSome();
    void beginRequest();
    void noteClient();
    void dispatch();
    void beginUpload(qint64 maxBytes);
    void feedUpload();
    [[nodiscard]] bool readUpload();
    void failUpload(const HttpFault &fault);
    void beginUpgrade(qsizetype headBytes);
    void finishUpgrade(qsizetype headBytes, const Result<Caller> &caller);
    void respond(const HttpResponse &response);
    void finishSending(bool whole);
    void finishAnswer();
    void refuse(const HttpResponse &response);
    void refuse(int status, ErrorCode code, const QString &detail);
    void onSent();
    void onDisconnected();
    [[nodiscard]] bool isConnected() const;
    [[nodiscard]] qint64 unsent() const { return controlOf(*m_socket).unsent(); }

    // Coroutines: the connection may be gone when they resume.
    static QCoro::Task<void> answer(QPointer<HttpConnection> connection, const Router *router,
                                    HttpRequest request);
    static QCoro::Task<void> authenticate(QPointer<HttpConnection> connection, Authenticate authenticate,
                                          HttpRequest request, qsizetype headBytes);

    const QPointer<QTcpSocket> m_socket;
    const HttpServices &m_services;
    State m_state = State::Reading;
    std::unique_ptr<HttpParser> m_parser; // from a request's first byte to its last
    HttpRequest m_request; // the head of the one that is read or answered
    AnswerContext m_answer;
    std::shared_ptr<RequestBody> m_upload; // while its request is read and answered
    std::optional<HttpFault> m_uploadFault; // what its answer has to say
    bool m_expectsContinue = false;
    bool m_feeding = false;
    AnswerBody *m_sending = nullptr; // a child
    QBasicTimer m_timer;
    bool m_processing = false;
    bool m_draining = false;
};

} // namespace Hearth
