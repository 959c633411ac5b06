// SPDX-License-Identifier: Apache-2.0
#include "http.h"

#include <strings.h>

#include <charconv>
#include <deque>
#include <memory>

namespace Hearth::Bench {

namespace {

constexpr size_t connections = 16;
constexpr size_t pipelined = 8;

struct Work {
    const std::vector<HttpRequest> &requests;
    std::vector<HttpAnswer> answers;
    size_t next = 0; // the next request to be made
    size_t done = 0;
};

// The value of a header in an answer's head.
std::string_view header(std::string_view head, std::string_view name)
{
    for (size_t at = head.find("\r\n"); at != std::string_view::npos; at = head.find("\r\n", at + 2)) {
        const std::string_view line = head.substr(at + 2, head.find("\r\n", at + 2) - at - 2);
        const size_t colon = line.find(':');
        if (colon == name.size() && strncasecmp(line.data(), name.data(), colon) == 0)
            return line.substr(line.find_first_not_of(' ', colon + 1));
    }
    return {};
}

class HttpConnection : public Socket
{
public:
    HttpConnection(Loop &loop, const Endpoint &server, Work &work)
        : Socket(loop)
        , m_host(server.authority())
        , m_work(work)
    { }

    void request()
    {
        while (m_waiting.size() < pipelined && m_work.next < m_work.requests.size()) {
            const HttpRequest &request = m_work.requests[m_work.next];
            m_waiting.push_back(m_work.next++);
            send(request.method + ' ' + request.path + " HTTP/1.1\r\nHost: " + m_host
                 + "\r\nAuthorization: Bearer " + request.token
                 + "\r\nContent-Type: application/json\r\nContent-Length: "
                 + std::to_string(request.body.size()) + "\r\n\r\n" + request.body);
        }
    }

private:
    size_t received(std::string_view bytes) override
    {
        size_t consumed = 0;
        while (const size_t size = answer(bytes.substr(consumed)))
            consumed += size;
        request();
        return consumed;
    }

    // Takes one answer from the front; 0 when it is not complete yet.
    size_t answer(std::string_view bytes)
    {
        const size_t headSize = bytes.find("\r\n\r\n");
        if (headSize == std::string_view::npos || m_waiting.empty())
            return 0;
        const std::string_view head = bytes.substr(0, headSize + 2);
        const std::string_view length = header(head, "content-length");
        size_t bodySize = 0;
        std::from_chars(length.data(), length.data() + length.size(), bodySize);
        const size_t size = headSize + 4 + bodySize;
        if (bytes.size() < size)
            return 0;
        HttpAnswer &answer = m_work.answers[m_waiting.front()];
        std::from_chars(head.data() + 9, head.data() + 12, answer.status);
        answer.body = bytes.substr(headSize + 4, bodySize);
        m_waiting.pop_front();
        ++m_work.done;
        return size;
    }

    void disconnected(const std::string &why) override
    {
        if (!m_waiting.empty())
            fatal("a connection of the set-up broke: " + why);
    }

    const std::string m_host;
    Work &m_work;
    std::deque<size_t> m_waiting;
};

} // namespace

std::vector<HttpAnswer> exchange(Loop &loop, const Endpoint &server, const std::vector<HttpRequest> &requests)
{
    Work work{requests, std::vector<HttpAnswer>(requests.size())};
    std::vector<std::unique_ptr<HttpConnection>> lines;
    for (size_t i = 0; i < std::min(connections, requests.size()); ++i) {
        lines.push_back(std::make_unique<HttpConnection>(loop, server, work));
        lines.back()->connect(server, i);
        lines.back()->request();
    }
    for (size_t before = 0; work.done < requests.size(); before = work.done) {
        const auto deadline = Clock::now() + std::chrono::seconds(30);
        if (!loop.runUntil(deadline, [&] { return work.done > before; }))
            fatal("no answer for 30 seconds during the set-up");
    }
    return std::move(work.answers);
}

} // namespace Hearth::Bench
