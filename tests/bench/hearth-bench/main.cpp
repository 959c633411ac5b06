// SPDX-License-Identifier: Apache-2.0
#include "fanout.h"
#include "fleet.h"
#include "options.h"
#include "overload.h"
#include "process.h"
#include "questions.h"
#include "report.h"
#include "storm.h"
#include "traffic.h"

#include <unistd.h>

#include <cstdio>

using namespace Hearth::Bench;

namespace {

Report describe(const Options &options)
{
    Report load;
    load.set("connections", double(options.connections));
    if (options.mode != Mode::Connections) {
        load.set("senders", double(options.senders));
        load.set("content_bytes", double(options.contentBytes));
    }
    if (options.mode == Mode::Saturate || options.mode == Mode::Fanout)
        load.set("window", double(options.window));
    if (options.mode == Mode::Rate || options.mode == Mode::Overload || options.mode == Mode::Fanout)
        load.set("rate", double(options.rate));
    if (options.mode == Mode::Fanout || options.mode == Mode::Reconnect) {
        load.set("bystanders", double(options.bystanders));
        load.set("bystander_rate", double(options.bystanderRate));
    }
    if (options.mode == Mode::Reconnect)
        load.set("missed", double(options.missed));
    load.set("warm_up_seconds", options.warmUp);
    load.set("seconds", options.seconds);
    return load;
}

Report connect(Fleet &fleet, const Options &options)
{
    const double rssBefore = options.serverPid ? Process(*options.serverPid).residentKb() : 0;
    const TimePoint start = Clock::now();
    fleet.connectAll();
    const double elapsed = seconds(Clock::now() - start);

    Report report;
    report.set("seconds", elapsed);
    report.set("per_second", double(options.connections) / elapsed);
    if (options.serverPid) {
        const double rss = Process(*options.serverPid).residentKb();
        report.set("rss_before_kb", rssBefore);
        report.set("rss_kb", rss);
        report.set("kb_per_connection", (rss - rssBefore) / double(options.connections));
    }
    return report;
}

Report idle(Loop &loop, const Options &options)
{
    const auto wait = [&loop](double duration) {
        const auto end = Clock::now() + std::chrono::duration<double>(duration);
        loop.runUntil(std::chrono::time_point_cast<Clock::duration>(end), [] { return false; });
    };
    Report report;
    wait(options.warmUp);
    if (options.serverPid) {
        CpuMeter cpu(*options.serverPid);
        cpu.start();
        wait(options.seconds);
        cpu.stop();
        report.set("cpu_percent", cpu.percentOfACore());
        report.set("rss_kb", Process(*options.serverPid).residentKb());
    }
    return report;
}

Report load(Traffic &traffic, const Options &options)
{
    CpuMeter client(getpid());
    CpuMeter server(options.serverPid.value_or(getpid()));
    traffic.run([&](bool begins) {
        for (CpuMeter *meter : {&client, &server})
            begins ? meter->start() : meter->stop();
    });

    Report report;
    report.set("messages_per_second", double(traffic.completed()) / options.seconds);
    if (options.serverPid) {
        report.set("server_cpu_seconds_per_1000",
                   1000 * server.cpuSeconds() / double(std::max<uint64_t>(traffic.completed(), 1)));
        report.set("server_cpu_percent", server.percentOfACore());
    }
    report.set("client_cpu_percent", client.percentOfACore());
    report.set("send_to_ack_ms", traffic.sendToAck());
    report.set("send_to_receive_ms", traffic.sendToReceive());
    report.set("sent", double(traffic.sent()));
    report.set("unacknowledged", double(traffic.unacknowledged()));
    report.set("lost", double(traffic.lost()));
    report.set("doubled", double(traffic.faults().doubled));
    report.set("out_of_order", double(traffic.faults().outOfOrder));
    return report;
}

int ask(Loop &loop, const Options &options)
{
    Questions questions(loop, options);
    const Report answers = questions.run();
    Report report;
    report.set("mode", options.modeName);
    report.set("clients", double(options.clients));
    report.set("seconds", options.seconds);
    report.set("questions", answers);
    std::puts(report.json().c_str());
    return questions.failed() > 0 ? 1 : 0;
}

int overload(Loop &loop, Fleet &fleet, const Options &options)
{
    Report report;
    report.set("mode", options.modeName);
    report.set("load", describe(options));
    fleet.settle();
    Overload flood(loop, fleet, options);
    report.set("connect", connect(fleet, options));
    report.set("overload", flood.run());
    std::puts(report.json().c_str());
    return flood.faults() > 0 ? 1 : 0;
}

// Those that bring their own people.
template<typename Load>
int runLoad(Loop &loop, const Options &options)
{
    Load load(loop, options);
    Report report;
    report.set("mode", options.modeName);
    report.set("load", describe(options));
    report.set(options.modeName, load.run());
    std::puts(report.json().c_str());
    return load.faults() > 0 ? 1 : 0;
}

} // namespace

int main(int argc, char **argv)
{
    const Options options = parseOptions(argc, argv);
    constexpr size_t besides = 200; // requests, probers, the loop itself
    needDescriptors(options.connections + options.bystanders + besides);
    Loop loop;
    if (options.mode == Mode::Questions)
        return ask(loop, options);
    if (options.mode == Mode::Fanout)
        return runLoad<Fanout>(loop, options);
    if (options.mode == Mode::Reconnect)
        return runLoad<Storm>(loop, options);
    Fleet fleet(loop, options);
    if (options.mode == Mode::Overload)
        return overload(loop, fleet, options);

    Report report;
    report.set("mode", options.modeName);
    report.set("load", describe(options));
    const TimePoint start = Clock::now();
    fleet.settle();
    Traffic traffic(loop, fleet, options);
    report.set("set_up_seconds", seconds(Clock::now() - start));
    report.set("connect", connect(fleet, options));
    if (options.mode == Mode::Connections)
        report.set("idle", idle(loop, options));
    else
        report.set("traffic", load(traffic, options));
    std::puts(report.json().c_str());

    return traffic.faultCount() > 0 ? 1 : 0;
}
