// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "socket.h"

namespace Hearth::Bench {

// The client side of RFC 6455, as much as talking text frames to a server of ours needs: masked frames,
// pongs, no extensions, no fragments from us.
class WsClient : Socket
{
public:
    class Listener
    {
    public:
        virtual ~Listener() = default;
        virtual void frameArrived(size_t client, std::string_view text) = 0;
        virtual void clientLost(size_t client, const std::string &why) = 0;
    };

    WsClient(Loop &loop, size_t index, Listener &listener)
        : Socket(loop)
        , m_index(index)
        , m_listener(listener)
    { }

    void open(const Endpoint &server, const std::string &token);
    void sendText(std::string_view text);
    using Socket::close;
    using Socket::isOpen;

private:
    size_t received(std::string_view bytes) override;
    void disconnected(const std::string &why) override;
    size_t takeHandshake(std::string_view bytes);
    size_t takeFrame(std::string_view bytes);
    void handle(uint8_t opcode, bool final, std::string_view payload);
    void sendFrame(uint8_t opcode, std::string_view payload);
    void lose(const std::string &why);

    const size_t m_index;
    Listener &m_listener;
    bool m_upgraded = false;
    std::string m_fragments;
};

} // namespace Hearth::Bench
