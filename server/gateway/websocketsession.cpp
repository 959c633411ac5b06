// SPDX-License-Identifier: Apache-2.0
#include "gateway/websocketsession.h"

#include <QtEndian>

namespace Hearth {

namespace {

constexpr char finalText = char(0x81);
constexpr char finalPing = char(0x89);
constexpr qsizetype sharedFrameBytes = 4'096;

} // namespace

QByteArray textFrame(const QByteArray &payload)
{
    QByteArray frame;
    frame.reserve(payload.size() + 10);
    frame += finalText;
    const qsizetype size = payload.size();
    if (size < 126) {
        frame += char(size);
    } else if (size <= 0xffff) {
        frame += char(126);
        const quint16 length = qToBigEndian(quint16(size));
        frame.append(reinterpret_cast<const char *>(&length), sizeof length);
    } else {
        frame += char(127);
        const quint64 length = qToBigEndian(quint64(size));
        frame.append(reinterpret_cast<const char *>(&length), sizeof length);
    }
    return frame += payload;
}

// A large frame is shared by all the queues that it stands in; small ones are copied, so that a turn's worth
// leaves with one system call.
void WebSocketSession::write(const QByteArray &frame)
{
    if (frame.size() > sharedFrameBytes)
        socket->write(frame);
    else
        socket->write(frame.constData(), frame.size());
}

void WebSocketSession::ping()
{
    constexpr std::array frame{finalPing, char(0)};
    socket->write(frame.data(), qint64(frame.size()));
    pinged = true;
}

} // namespace Hearth
