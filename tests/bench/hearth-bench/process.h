// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Hearth::Bench {

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

} // namespace Hearth::Bench
