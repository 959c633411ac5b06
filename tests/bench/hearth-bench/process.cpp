// SPDX-License-Identifier: Apache-2.0
#include "process.h"

#include "support.h"

#include <unistd.h>

#include <sstream>

namespace Hearth::Bench {

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

} // namespace Hearth::Bench
