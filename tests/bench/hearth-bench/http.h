// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "socket.h"

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

// Makes all the requests over a few persistent connections, several pipelined on each, and returns their
// answers in the same order. A connection that breaks is fatal.
[[nodiscard]] std::vector<HttpAnswer> exchange(Loop &loop, const Endpoint &server,
                                               const std::vector<HttpRequest> &requests);

} // namespace Hearth::Bench
