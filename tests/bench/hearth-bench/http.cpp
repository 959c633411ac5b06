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

} // namespace

HttpClient::HttpClient(Loop &loop, const Endpoint &server, size_t number, Answered answered)
    : Socket(loop)
    , m_host(server.authority())
    , m_answered(std::move(answered))
{
    connect(server, number);
}

void HttpClient::request(const HttpRequest &request)
{
    ++m_waiting;
    send(request.method + ' ' + request.path + " HTTP/1.1\r\nHost: " + m_host + "\r\nAuthorization: Bearer "
         + request.token + "\r\nContent-Type: application/json\r\nContent-Length: "
         + std::to_string(request.body.size()) + "\r\n\r\n" + request.body);
}

size_t HttpClient::received(std::string_view bytes)
{
    size_t consumed = 0;
    while (const size_t size = takeAnswer(bytes.substr(consumed)))
        consumed += size;
    return consumed;
}

// Takes one answer from the front; 0 when it is not complete yet.
size_t HttpClient::takeAnswer(std::string_view bytes)
{
    const size_t headSize = bytes.find("\r\n\r\n");
    if (headSize == std::string_view::npos || m_waiting == 0)
        return 0;
    const std::string_view head = bytes.substr(0, headSize + 2);
    const std::string_view length = header(head, "content-length");
    size_t bodySize = 0;
    std::from_chars(length.data(), length.data() + length.size(), bodySize);
    const size_t size = headSize + 4 + bodySize;
    if (bytes.size() < size)
        return 0;
    HttpAnswer answer;
    std::from_chars(head.data() + 9, head.data() + 12, answer.status);
    answer.body = bytes.substr(headSize + 4, bodySize);
    --m_waiting;
    m_answered(std::move(answer));
    return size;
}

void HttpClient::disconnected(const std::string &why)
{
    if (m_waiting > 0)
        fatal("a connection for requests broke: " + why);
}

std::vector<HttpAnswer> exchange(Loop &loop, const Endpoint &server, const std::vector<HttpRequest> &requests)
{
    struct Line {
        std::unique_ptr<HttpClient> client;
        std::deque<size_t> waiting; // places in `requests`
    };
    std::vector<HttpAnswer> answers(requests.size());
    std::vector<Line> lines(std::min(connections, requests.size()));
    size_t next = 0;
    size_t done = 0;
    const auto ask = [&](Line &line) {
        while (line.waiting.size() < pipelined && next < requests.size()) {
            line.waiting.push_back(next);
            line.client->request(requests[next++]);
        }
    };
    for (size_t i = 0; i < lines.size(); ++i) {
        Line &line = lines[i];
        const auto answered = [&](HttpAnswer answer) {
            answers[line.waiting.front()] = std::move(answer);
            line.waiting.pop_front();
            ++done;
            ask(line);
        };
        line.client = std::make_unique<HttpClient>(loop, server, i, answered);
        ask(line);
    }
    for (size_t before = 0; done < requests.size(); before = done) {
        const auto deadline = Clock::now() + std::chrono::seconds(30);
        if (!loop.runUntil(deadline, [&] { return done > before; }))
            fatal("no answer for 30 seconds during the set-up");
    }
    return answers;
}

} // namespace Hearth::Bench
