// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support.h"

namespace Hearth::Bench {

// Raises the limit of descriptors as far as the system lets; the end, with a word, when it is below `count`.
void needDescriptors(size_t count);

// What /proc says of a process.
class Process
{
public:
    explicit Process(int pid)
        : m_pid(pid)
    { }

    [[nodiscard]] double cpuSeconds() const; // user and system, all threads
    [[nodiscard]] double residentKb() const;

private:
    int m_pid;
};

// CPU that a process used between start() and stop(), as a share of one core.
class CpuMeter
{
public:
    explicit CpuMeter(int pid)
        : m_process(pid)
    { }

    void start();
    void stop();
    [[nodiscard]] double cpuSeconds() const { return m_cpu; }
    [[nodiscard]] double percentOfACore() const { return 100 * m_cpu / m_elapsed; }

private:
    Process m_process;
    TimePoint m_from;
    double m_cpu = 0;
    double m_elapsed = 0;
};

} // namespace Hearth::Bench
