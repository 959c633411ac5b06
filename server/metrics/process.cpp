// SPDX-License-Identifier: Apache-2.0
#include "metrics/process.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

#ifdef Q_OS_LINUX
#    include <sys/resource.h>
#    include <unistd.h>
#endif

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

#ifdef Q_OS_LINUX

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// The fields of proc_pid_stat(5) behind the program's name, which may hold anything; the first is number 3.
double statField(const QByteArrayList &fields, int number)
{
    return fields.value(number - 3).toDouble();
}

} // namespace

ProcessFigures processFigures()
{
    const QByteArray stat = contents(u"/proc/self/stat"_s);
    const QByteArrayList fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    const double ticks = double(::sysconf(_SC_CLK_TCK));
    const double upSeconds = contents(u"/proc/uptime"_s).split(' ').value(0).toDouble();
    ProcessFigures figures;
    figures.cpuSeconds = (statField(fields, 14) + statField(fields, 15)) / ticks;
    figures.residentBytes = statField(fields, 24) * double(::sysconf(_SC_PAGESIZE));
    figures.startSeconds =
        double(QDateTime::currentMSecsSinceEpoch()) / 1'000 - upSeconds + statField(fields, 22) / ticks;
    figures.openFiles =
        double(QDir(u"/proc/self/fd"_s).entryList(QDir::Files | QDir::System | QDir::NoDotAndDotDot).size());
    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) == 0)
        figures.maxFiles = double(files.rlim_cur);
    return figures;
}

#else

ProcessFigures processFigures()
{
    return {};
}

#endif

} // namespace Hearth
