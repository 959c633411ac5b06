// SPDX-License-Identifier: Apache-2.0
#include "wsclient.h"

#include <random>
#include <utility>

namespace Hearth::Bench {

namespace {

// RFC 6455 section 5.2.
enum Opcode : uint8_t { Continuation = 0, Text = 1, Close = 8, Ping = 9, Pong = 10 };

constexpr uint8_t finalBit = 0x80;
constexpr uint8_t maskBit = 0x80;

uint64_t bigEndian(std::string_view bytes)
{
    uint64_t value = 0;
    for (const char c : bytes)
        value = value << 8 | uint8_t(c);
    return value;
}

} // namespace

void WsClient::open(const Endpoint &server, const std::string &token)
{
    connect(server, m_index);
    send("GET /ws HTTP/1.1\r\nHost: " + server.authority()
         + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
           "Sec-WebSocket-Key: aGVhcnRoLWJlbmNoLWtleQ==\r\nAuthorization: Bearer "
         + token + "\r\n\r\n");
}

void WsClient::sendText(std::string_view text)
{
    sendFrame(Text, text);
}

size_t WsClient::received(std::string_view bytes)
{
    size_t consumed = m_upgraded ? 0 : takeHandshake(bytes);
    while (m_upgraded && isOpen()) {
        const size_t size = takeFrame(bytes.substr(consumed));
        if (size == 0)
            break;
        consumed += size;
    }
    return consumed;
}

size_t WsClient::takeHandshake(std::string_view bytes)
{
    const size_t end = bytes.find("\r\n\r\n");
    if (end == std::string_view::npos)
        return 0;
    m_upgraded = bytes.starts_with("HTTP/1.1 101 ");
    if (!m_upgraded)
        lose("upgrade refused: " + std::string(bytes.substr(0, bytes.find("\r\n"))));
    return end + 4;
}

// Takes one frame from the front and returns its size; 0 when it is not complete yet.
size_t WsClient::takeFrame(std::string_view bytes)
{
    if (bytes.size() < 2)
        return 0;
    const auto first = uint8_t(bytes[0]);
    const uint8_t shortLength = uint8_t(bytes[1]) & 0x7f;
    const size_t lengthBytes = shortLength == 127 ? 8 : shortLength == 126 ? 2 : 0;
    const size_t head = 2 + lengthBytes;
    if (bytes.size() < head)
        return 0;
    const size_t length = lengthBytes ? bigEndian(bytes.substr(2, lengthBytes)) : shortLength;
    if (bytes.size() - head < length)
        return 0;
    handle(first & 0x0f, first & finalBit, bytes.substr(head, length));
    return head + length;
}

void WsClient::handle(uint8_t opcode, bool final, std::string_view payload)
{
    switch (opcode) {
    case Text:
    case Continuation:
        if (final && m_fragments.empty())
            return m_listener.frameArrived(m_index, payload);
        m_fragments += payload;
        if (final)
            m_listener.frameArrived(m_index, std::exchange(m_fragments, {}));
        return;
    case Ping: return sendFrame(Pong, payload);
    case Close:
        return lose("closed by the server with "
                    + (payload.size() < 2 ? "no code"
                                          : std::to_string(bigEndian(payload.substr(0, 2))) + ' '
                               + std::string(payload.substr(2))));
    default: return;
    }
}

void WsClient::sendFrame(uint8_t opcode, std::string_view payload)
{
    static std::minstd_rand random(std::random_device{}());
    const auto mask = uint32_t(random());
    const size_t size = payload.size();
    std::string frame;
    frame.reserve(size + 14);
    frame += char(finalBit | opcode);
    if (size < 126) {
        frame += char(maskBit | size);
    } else {
        const bool wide = size > 0xffff;
        frame += char(maskBit | (wide ? 127 : 126));
        for (int shift = wide ? 56 : 8; shift >= 0; shift -= 8)
            frame += char(size >> shift);
    }
    frame.append(reinterpret_cast<const char *>(&mask), sizeof mask);
    const size_t maskAt = frame.size() - sizeof mask;
    for (size_t i = 0; i < size; ++i)
        frame += char(payload[i] ^ frame[maskAt + i % sizeof mask]);
    send(frame);
}

void WsClient::disconnected(const std::string &why)
{
    m_listener.clientLost(m_index, why);
}

void WsClient::lose(const std::string &why)
{
    close();
    disconnected(why);
}

} // namespace Hearth::Bench
