// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/http.h"
#include "gateway/socket.h"

#include <QPointer>

namespace Hearth {

// With more, a client has to take answers before it gets others.
constexpr qint64 unsentAnswerBytes = 256 * 1024;

// Sends the body of one answer from its stream, as fast as the client takes it: a piece is read when less
// than unsentAnswerBytes wait in the socket.
class AnswerBody final : public QObject
{
    Q_OBJECT

public:
    AnswerBody(QTcpSocket *socket, ByteStream stream, qint64 bytes, QObject *parent);

    void sendMore();

Q_SIGNALS:
    // The socket has all of it, or, as the stream failed or gave another number of bytes, only a part.
    void finished(bool whole);

private:
    void send(const Result<QByteArray> &piece);
    // A coroutine: the client may be gone when it resumes.
    static QCoro::Task<void> readPiece(QPointer<AnswerBody> body, ByteStream stream);

    QTcpSocket &m_socket;
    const ByteStream m_stream;
    qint64 m_left;
    bool m_reading = false;
    bool m_finished = false;
};

} // namespace Hearth
