// SPDX-License-Identifier: Apache-2.0
#include "gateway/answerbody.h"

namespace Hearth {

AnswerBody::AnswerBody(QTcpSocket *socket, ByteStream stream, qint64 bytes, QObject *parent)
    : QObject(parent)
    , m_socket(*socket)
    , m_stream(std::move(stream))
    , m_left(bytes)
{ }

void AnswerBody::sendMore()
{
    if (m_reading || m_finished || controlOf(m_socket).unsent() >= unsentAnswerBytes)
        return;
    m_reading = true;
    readPiece(this, m_stream);
}

QCoro::Task<void> AnswerBody::readPiece(QPointer<AnswerBody> body, ByteStream stream)
{
    const auto piece = co_await stream();
    if (body)
        body->send(piece);
}

void AnswerBody::send(const Result<QByteArray> &piece)
{
    m_reading = false;
    if (!piece || piece->isEmpty() || piece->size() > m_left) {
        m_finished = true;
        Q_EMIT finished(false);
        return;
    }
    m_socket.write(*piece);
    m_left -= piece->size();
    if (m_left > 0) {
        sendMore();
    } else {
        m_finished = true;
        Q_EMIT finished(true);
    }
}

} // namespace Hearth
