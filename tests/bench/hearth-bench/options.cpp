// SPDX-License-Identifier: Apache-2.0
#include "options.h"

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <map>

namespace Hearth::Bench {

namespace {

constexpr const char *usage =
    R"(hearth-bench: measures a Hearth server over its native protocol and prints one JSON object.

  hearth-bench connections|saturate|rate|overload|questions|fanout|reconnect --jwt-secret-file FILE [options]

  connections  opens connections until every one has its hello; then memory and idle CPU
  saturate     closed loop: senders keep a window of messages in flight to a partner each
  rate         open loop: messages at a fixed rate, latency counted from the moment each was due
  overload     open loop at a rate that is too much: what is refused, and what that does to other requests
  questions    closed loop: clients with one GET request under way each, kind by kind
  fanout       one group whose members are all connected: messages at a fixed rate, then a window of them, and
               what both do to people who write to each other elsewhere
  reconnect    all connections go, miss something, come back at once and sync; bystanders write meanwhile

  --host ADDRESS      numeric IPv4 address (127.0.0.1)
  --port PORT         (9097)
  --jwt-secret-file   the secret of external HS256 tokens, as the server has it
  --server-pid PID    for memory and CPU of the server
  --connections N     (1000), in pairs that share a direct conversation; fanout: members of the group
  --opening N         connections being opened at the same time (64)
  --senders N         connections that send (200)
  --window N          saturate, fanout: messages in flight, of each sender or to the whole group (4)
  --rate N            rate, overload, fanout: messages per second in total (1000)
  --content-bytes N   (200)
  --questions FILE    questions: kind, id of the user and path of one request a line, between tabs
  --clients N         questions: clients that ask at the same time (8)
  --bystanders N      fanout, reconnect: connections elsewhere that write to each other (20)
  --bystander-rate N  their messages per second in total (50)
  --missed N          reconnect: messages that each pair misses, in different conversations if it has them (2)
  --syncing N         reconnect: connections that sync at the same time (0: all that are open)
  --run NAME          part of the users' names: the same again finds the same users (new ones otherwise)
  --seconds S         how long to measure (10); of questions, each kind; reconnect: how long to wait at most
  --warm-up S         load before that (2)

Exit status: 0, 1 when a message was lost, doubled or out of order or a question not answered, 2 when nothing could be measured.
)";

[[noreturn]] void refuse(const std::string &what)
{
    std::fprintf(stderr, "hearth-bench: %s\n\n%s", what.c_str(), usage);
    std::exit(2);
}

template<typename Number>
void assign(Number &target, const std::string &name, const std::string &text)
{
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), target);
    if (fault != std::errc() || end != text.data() + text.size() || target < 0)
        refuse(name + " takes a number");
}

Mode modeFrom(const std::string &name)
{
    const std::map<std::string, Mode> modes{
        {"connections", Mode::Connections}, {"saturate", Mode::Saturate},   {"rate", Mode::Rate},
        {"overload", Mode::Overload},       {"questions", Mode::Questions}, {"fanout", Mode::Fanout},
        {"reconnect", Mode::Reconnect}};
    const auto mode = modes.find(name);
    if (mode == modes.end())
        refuse("there is no mode " + name);
    return mode->second;
}

} // namespace

Options parseOptions(int argc, char **argv)
{
    if (argc == 2 && std::strcmp(argv[1], "--help") == 0) {
        std::fputs(usage, stdout);
        std::exit(0);
    }
    if (argc < 2)
        refuse("a mode is needed");

    Options options;
    options.modeName = argv[1];
    options.mode = modeFrom(options.modeName);
    options.run =
        std::to_string(std::chrono::system_clock::now().time_since_epoch() / std::chrono::milliseconds(1));
    const auto number = [](auto &target) {
        return [&target](const std::string &name, const std::string &text) { assign(target, name, text); };
    };
    const std::map<std::string, std::function<void(const std::string &, const std::string &)>> known{
        {"--host", [&](auto &, const std::string &text) { options.server.host = text; }},
        {"--port", number(options.server.port)},
        {"--jwt-secret-file", [&](auto &, const std::string &path) { options.secret = readFile(path); }},
        {"--server-pid",
         [&](auto &name, const std::string &text) { assign(options.serverPid.emplace(), name, text); }},
        {"--connections", number(options.connections)},
        {"--opening", number(options.opening)},
        {"--senders", number(options.senders)},
        {"--window", number(options.window)},
        {"--rate", number(options.rate)},
        {"--content-bytes", number(options.contentBytes)},
        {"--questions", [&](auto &, const std::string &path) { options.questionsFile = path; }},
        {"--clients", number(options.clients)},
        {"--bystanders", number(options.bystanders)},
        {"--bystander-rate", number(options.bystanderRate)},
        {"--missed", number(options.missed)},
        {"--syncing", number(options.syncing)},
        {"--run", [&](auto &, const std::string &name) { options.run = name; }},
        {"--seconds", number(options.seconds)},
        {"--warm-up", number(options.warmUp)},
    };
    for (int i = 2; i < argc; i += 2) {
        const auto option = known.find(argv[i]);
        if (option == known.end() || i + 1 == argc)
            refuse(std::string("there is no option ") + argv[i] + ", or it lacks its value");
        option->second(argv[i], argv[i + 1]);
    }
    options.secret.erase(options.secret.find_last_not_of("\r\n") + 1);
    if (options.secret.empty())
        refuse("--jwt-secret-file is needed");
    for (const size_t people : {options.connections, options.bystanders}) {
        if (people < 2 || people % 2 != 0)
            refuse("--connections and --bystanders must be even: they talk in pairs");
    }
    if (options.opening == 0 || options.senders == 0 || options.window == 0 || options.rate == 0
        || options.clients == 0 || options.bystanderRate == 0)
        refuse("numbers must be above zero");
    if (options.mode == Mode::Questions && options.questionsFile.empty())
        refuse("--questions is needed");
    options.senders = std::min(options.senders, options.connections);
    return options;
}

Options bystandersOf(const Options &options)
{
    Options elsewhere = options;
    elsewhere.mode = Mode::Rate;
    elsewhere.run += "-bystander";
    elsewhere.connections = elsewhere.senders = options.bystanders;
    elsewhere.rate = options.bystanderRate;
    return elsewhere;
}

} // namespace Hearth::Bench
