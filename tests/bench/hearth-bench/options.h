// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "socket.h"

#include <optional>

namespace Hearth::Bench {

enum class Mode { Connections, Saturate, Rate, Overload, Questions };

struct Options {
    Mode mode = Mode::Connections;
    std::string modeName;
    Endpoint server{"127.0.0.1", 9097};
    std::string secret;
    std::optional<int> serverPid;
    size_t connections = 1'000;
    size_t opening = 64; // connections being opened at once
    size_t senders = 200;
    size_t window = 4; // messages in flight of each sender
    size_t rate = 1'000; // messages per second, all senders together
    size_t contentBytes = 200;
    std::string questionsFile;
    size_t clients = 8; // that ask
    double seconds = 10;
    double warmUp = 2;
};

// Ends the program with the usage when they make no sense.
[[nodiscard]] Options parseOptions(int argc, char **argv);

} // namespace Hearth::Bench
