// SPDX-License-Identifier: Apache-2.0
// The part of HttpConnection that hands on bodies while they arrive.
#include "gateway/httpconnection.h"

#include <QScopedValueRollback>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 uploadBufferBytes = 256 * 1024; // larger pieces: fewer ways between threads

} // namespace

void HttpConnection::beginUpload(qint64 maxBytes)
{
    ++m_services.stats.requests;
    m_timer.stop();
    m_state = State::Answering;
    m_answer.closes = !m_parser->keepAlive();
    m_expectsContinue = m_parser->expectsContinue();
    m_parser->limitBody(maxBytes);
    m_socket->setReadBufferSize(uploadBufferBytes);
    m_upload = std::make_shared<RequestBody>([connection = QPointer(this)] {
        if (connection)
            connection->feedUpload();
    });
    m_request.stream = [body = m_upload] { return RequestBody::read(body); };
    answer(this, &m_services.router, std::exchange(m_request, {}));
}

// Gives what has arrived, as long as it is wanted. The answer may come at any of those moments, and then the
// next request.
void HttpConnection::feedUpload()
{
    if (m_feeding)
        return;
    const QScopedValueRollback guard(m_feeding, true);
    while (m_upload && m_upload->isWanted() && isConnected() && readUpload()) { }
}

// False when more has to arrive first.
bool HttpConnection::readUpload()
{
    const std::shared_ptr<RequestBody> upload = m_upload;
    if (const auto fault = m_parser->fault()) {
        failUpload(*fault);
        return true;
    }
    if (m_parser->isComplete()) {
        upload->give(QByteArray());
        return true;
    }
    const QByteArray bytes = m_socket->peek(uploadBufferBytes);
    if (std::exchange(m_expectsContinue, false) && bytes.isEmpty())
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    const qsizetype used = bytes.isEmpty() ? 0 : m_parser->feed(bytes);
    m_socket->skip(used);
    if (const QByteArray piece = m_parser->takeBody(); !piece.isEmpty() && !m_parser->fault()) {
        m_timer.stop(); // the next move is not the client's
        upload->give(piece);
        return true;
    }
    if (used > 0 || m_parser->fault())
        return true;
    if (bytes.size() == uploadBufferBytes) {
        failUpload({400, ErrorCode::InvalidField, u"A line of the body's chunks is too long."_s});
        return true;
    }
    m_timer.start(int(m_services.config.uploadIdleTimeout.count()), this);
    return false;
}

void HttpConnection::failUpload(const HttpFault &fault)
{
    m_timer.stop();
    m_uploadFault = fault;
    const std::shared_ptr<RequestBody> upload = m_upload;
    upload->give(fail(fault.code, fault.detail));
}

} // namespace Hearth
