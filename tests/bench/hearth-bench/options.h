// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "socket.h"

#include <optional>

namespace Hearth::Bench {

enum class Mode { Connections, Saturate, Rate, Overload, Questions, Fanout, Reconnect };

struct Options {
    Mode mode = Mode::Connections;
    std::string modeName;
    Endpoint server{"127.0.0.1", 9097};
    std::string secret;
    std::string run; // part of all users' names
    std::optional<int> serverPid;
    size_t connections = 1'000;
    size_t opening = 64; // connections being opened at once
    size_t senders = 200;
    size_t window = 4; // messages in flight of each sender
    size_t rate = 1'000; // messages per second, all senders together
    size_t contentBytes = 200;
    std::string questionsFile;
    size_t clients = 8; // that ask
    size_t bystanders = 20; // connections elsewhere, in pairs
    size_t bystanderRate = 50; // their messages per second, all together
    size_t missed = 2; // messages that each pair misses while it is away
    size_t syncing = 0; // at the same time; 0: all who are connected
    double seconds = 10;
    double warmUp = 2;
};

// Ends the program with the usage when they make no sense.
[[nodiscard]] Options parseOptions(int argc, char **argv);

// What the people elsewhere do during a load on others: pairs who write at a fixed rate.
[[nodiscard]] Options bystandersOf(const Options &options);

} // namespace Hearth::Bench
