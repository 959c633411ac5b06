// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "loop.h"

#include <netinet/in.h>

namespace Hearth::Bench {

struct Endpoint {
    std::string host; // numeric IPv4
    uint16_t port = 0;

    [[nodiscard]] std::string authority() const { return host + ':' + std::to_string(port); }
};

// A non-blocking TCP connection on the loop. What the system does not take at once is sent when it can.
class Socket : EventHandler
{
public:
    explicit Socket(Loop &loop)
        : m_loop(loop)
    { }
    ~Socket() override { close(); }
    Socket(const Socket &) = delete;
    Socket &operator=(const Socket &) = delete;

    // The `number`-th connection of its kind: a new loopback source address for every 10 000, as one address
    // has only some 28 000 ports.
    void connect(const Endpoint &to, size_t number);
    void send(std::string_view bytes);
    void close();
    [[nodiscard]] bool isOpen() const { return m_fd >= 0; }

protected:
    // `bytes` continues where it was left: what is not consumed is given again with what follows.
    // Returns how much was consumed.
    virtual size_t received(std::string_view bytes) = 0;
    virtual void disconnected(const std::string &why) = 0;

private:
    void ready(uint32_t events) override;
    void read();
    void flush();
    void take(std::string_view bytes);
    void fail(const std::string &why);

    Loop &m_loop;
    int m_fd = -1;
    bool m_waitsToWrite = false;
    std::string m_unread;
    std::string m_unsent;
};

} // namespace Hearth::Bench
