// SPDX-License-Identifier: Apache-2.0
#include "process.h"

#include <sys/resource.h>
#include <unistd.h>

#include <sstream>

namespace Hearth::Bench {

void needDescriptors(size_t count)
{
    rlimit files{};
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    if (setrlimit(RLIMIT_NOFILE, &files) != 0 || files.rlim_cur < count)
        fatal(std::to_string(count) + " descriptors are needed, and the limit (ulimit -Hn) is "
              + std::to_string(files.rlim_max));
}

// proc(5): the 14th and 15th field of stat; the second is a name in parentheses that may hold anything.
double Process::cpuSeconds() const
{
    const std::string stat = readFile("/proc/" + std::to_string(m_pid) + "/stat");
    std::istringstream fields(stat.substr(stat.rfind(')') + 1));
    std::string skipped;
    for (int i = 3; i < 14; ++i)
        fields >> skipped;
    double user = 0;
    double system = 0;
    fields >> user >> system;
    return (user + system) / double(sysconf(_SC_CLK_TCK));
}

double Process::residentKb() const
{
    std::istringstream lines(readFile("/proc/" + std::to_string(m_pid) + "/smaps_rollup"));
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("Rss:"))
            return std::stod(line.substr(4));
    }
    fatal("smaps_rollup has no Rss");
}

void CpuMeter::start()
{
    m_cpu = m_process.cpuSeconds();
    m_from = Clock::now();
}

void CpuMeter::stop()
{
    m_cpu = m_process.cpuSeconds() - m_cpu;
    m_elapsed = seconds(Clock::now() - m_from);
}

} // namespace Hearth::Bench
