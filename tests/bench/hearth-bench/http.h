// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "socket.h"

#include <functional>
#include <vector>

namespace Hearth::Bench {

struct HttpRequest {
    std::string method;
    std::string path;
    std::string token;
    std::string body;
};

struct HttpAnswer {
    int status = 0;
    std::string body;
};

// A persistent connection. Answers come in the order of the requests; one that breaks is fatal.
class HttpClient : public Socket
{
public:
    using Answered = std::function<void(HttpAnswer)>;

    HttpClient(Loop &loop, const Endpoint &server, size_t number, Answered answered);

    void request(const HttpRequest &request);

private:
    size_t received(std::string_view bytes) override;
    void disconnected(const std::string &why) override;
    size_t takeAnswer(std::string_view bytes);

    const std::string m_host;
    const Answered m_answered;
    size_t m_waiting = 0;
};

// Makes all the requests over a few persistent connections, several pipelined on each, and returns their
// answers in the same order.
[[nodiscard]] std::vector<HttpAnswer> exchange(Loop &loop, const Endpoint &server,
                                               const std::vector<HttpRequest> &requests);

} // namespace Hearth::Bench
