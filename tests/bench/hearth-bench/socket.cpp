// SPDX-License-Identifier: Apache-2.0
#include "socket.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace Hearth::Bench {

namespace {

constexpr size_t connectionsPerSource = 10'000;

sockaddr_in addressOf(const Endpoint &endpoint)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(endpoint.port);
    if (inet_pton(AF_INET, endpoint.host.c_str(), &address.sin_addr) != 1)
        fatal("not an IPv4 address: " + endpoint.host);
    return address;
}

void bindToLoopback(int fd, size_t number)
{
    const int on = 1;
    setsockopt(fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &on, sizeof on);
    sockaddr_in source{};
    source.sin_family = AF_INET;
    source.sin_addr.s_addr = htonl(INADDR_LOOPBACK + uint32_t(number / connectionsPerSource));
    if (bind(fd, reinterpret_cast<const sockaddr *>(&source), sizeof source) != 0)
        fatal(std::string("cannot bind a source address: ") + std::strerror(errno));
}

} // namespace

void Socket::connect(const Endpoint &to, size_t number)
{
    m_fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (m_fd < 0)
        fatal(std::string("cannot open a socket: ") + std::strerror(errno));
    const int on = 1;
    setsockopt(m_fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (to.host.starts_with("127."))
        bindToLoopback(m_fd, number);
    const sockaddr_in address = addressOf(to);
    if (::connect(m_fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0
        && errno != EINPROGRESS)
        fatal("cannot connect to " + to.authority() + ": " + std::strerror(errno));
    m_waitsToWrite = true; // until connected
    m_loop.add(m_fd, EPOLLIN | EPOLLOUT, *this);
}

void Socket::send(std::string_view bytes)
{
    m_unsent += bytes;
    if (!m_waitsToWrite)
        flush();
}

void Socket::close()
{
    if (m_fd < 0)
        return;
    m_loop.remove(m_fd);
    ::close(m_fd);
    m_fd = -1;
}

void Socket::ready(uint32_t events)
{
    if (isOpen() && (events & EPOLLOUT))
        flush();
    if (isOpen() && (events & (EPOLLIN | EPOLLHUP | EPOLLERR)))
        read();
}

void Socket::read()
{
    static std::array<char, 256 * 1024> buffer;
    const ssize_t size = ::recv(m_fd, buffer.data(), buffer.size(), 0);
    if (size > 0)
        take({buffer.data(), size_t(size)});
    else if (size == 0)
        fail("closed by the server");
    else if (errno != EAGAIN && errno != EINTR)
        fail(std::strerror(errno));
}

void Socket::take(std::string_view bytes)
{
    if (m_unread.empty()) {
        m_unread = bytes.substr(received(bytes));
    } else {
        m_unread += bytes;
        m_unread.erase(0, received(m_unread));
    }
}

void Socket::flush()
{
    const ssize_t size = ::send(m_fd, m_unsent.data(), m_unsent.size(), MSG_NOSIGNAL);
    if (size < 0 && errno != EAGAIN && errno != EINTR)
        return fail(std::strerror(errno));
    m_unsent.erase(0, size_t(std::max<ssize_t>(size, 0)));
    if (m_waitsToWrite != !m_unsent.empty()) {
        m_waitsToWrite = !m_unsent.empty();
        m_loop.change(m_fd, m_waitsToWrite ? EPOLLIN | EPOLLOUT : EPOLLIN, *this);
    }
}

void Socket::fail(const std::string &why)
{
    close();
    disconnected(why);
}

} // namespace Hearth::Bench
