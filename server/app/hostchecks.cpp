// SPDX-License-Identifier: Apache-2.0
#include "app/hostchecks.h"

#include "blobs/disk.h"
#include "util/clock.h"

#include <QDir>
#include <QLocale>
#include <QStorageInfo>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryFile>

#include <sys/resource.h>
#include <sys/timex.h>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono;

namespace {

constexpr quint64 fewDescriptors = 4'096;
constexpr int ownDescriptors = 100; // databases, files, listeners, libraries

QString bytes(qint64 count)
{
    return QLocale::c().formattedDataSize(count);
}

// Empty: written, and on the disk.
QString tryToWrite(const QString &folder)
{
    QTemporaryFile file(folder + "/doctor-XXXXXX"_L1);
    const QByteArray some(4'096, 'x');
    if (file.open() && file.write(some) == some.size() && syncToDisk(file))
        return {};
    return file.errorString();
}

Finding examineSpace(const QString &path)
{
    const auto free = freeSpace(path);
    if (!free)
        return {u"free space"_s, Verdict::Warn, u"unknown"_s, u"Look at it with \"df\"."_s};
    if (*free > lowSpace)
        return {u"free space"_s, Verdict::Ok, bytes(*free)};
    return {u"free space"_s, *free > noSpace ? Verdict::Warn : Verdict::Fail, bytes(*free) + u" left"_s,
            u"Make room or grow the disk. retention.messages removes old messages by itself."_s};
}

bool answersAsOurs(const QHostAddress &host, quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(host, port);
    if (!socket.waitForConnected(1'000))
        return false;
    socket.write("GET /version HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    QByteArray answer;
    while (socket.waitForReadyRead(2'000))
        answer += socket.readAll();
    return answer.contains("\"hearth-server\"");
}

// Where somebody on this machine reaches who listens there.
QHostAddress reachable(const QHostAddress &host)
{
    if (host == QHostAddress(QHostAddress::Any) || host == QHostAddress(QHostAddress::AnyIPv4))
        return QHostAddress(QHostAddress::LocalHost);
    return host == QHostAddress(QHostAddress::AnyIPv6) ? QHostAddress(QHostAddress::LocalHostIPv6) : host;
}

} // namespace

std::optional<qint64> freeSpace(const QString &path)
{
    QDir folder(path);
    while (!folder.exists() && folder.path() != folder.rootPath())
        folder.setPath(QFileInfo(folder.path()).path());
    const QStorageInfo storage(folder);
    if (!storage.isValid() || storage.bytesAvailable() < 0)
        return std::nullopt;
    return storage.bytesAvailable();
}

QList<Finding> examineFolder(const QString &path)
{
    const QFileInfo folder(path);
    if (!folder.exists())
        return {{u"data folder"_s, Verdict::Ok, path + u", made at the first start"_s}, examineSpace(path)};
    QList<Finding> found;
    if (const QString fault = folder.isDir() ? tryToWrite(path) : u"not a folder"_s; !fault.isEmpty())
        found += {u"data folder"_s, Verdict::Fail, path + ": "_L1 + fault,
                  u"The server's user must own it: chown it, and look for a full or read-only disk."_s};
    else if (folder.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::ExeOther))
        found += {u"data folder"_s, Verdict::Warn, path + u" can be looked into by others"_s,
                  u"chmod 700 %1"_s.arg(path)};
    else
        found += {u"data folder"_s, Verdict::Ok, path};
    return found << examineSpace(path);
}

Finding examineListening(const QHostAddress &host, quint16 port)
{
    const QString place = u"%1, port %2"_s.arg(host.toString()).arg(port);
    QTcpServer probe;
    if (probe.listen(host, port))
        return {u"listening"_s, Verdict::Ok, place + u" is free"_s};
    if (probe.serverError() == QAbstractSocket::AddressInUseError) {
        if (answersAsOurs(reachable(host), port))
            return {u"listening"_s, Verdict::Ok, u"a hearth-server answers at "_s + place};
        return {u"listening"_s, Verdict::Fail, place + u" is taken by another program"_s,
                u"Choose another port, or end that program: \"ss -ltnp\" names it."_s};
    }
    return {u"listening"_s, Verdict::Fail, place + ": "_L1 + probe.errorString(),
            u"The host must be an address of this machine; ports below 1024 need CAP_NET_BIND_SERVICE."_s};
}

Finding examineLimits()
{
    rlimit files{};
    if (getrlimit(RLIMIT_NOFILE, &files) != 0)
        return {u"descriptors"_s, Verdict::Warn, u"unknown"_s, u"Look at them with \"ulimit -Hn\"."_s};
    // The server raises its soft limit to the hard one.
    const auto most = quint64(files.rlim_max);
    const QString detail = most == quint64(RLIM_INFINITY)
        ? u"no limit"_s
        : u"%1, enough for about %2 connections"_s.arg(most).arg(
            std::max<qint64>(0, qint64(most) - ownDescriptors));
    if (most >= fewDescriptors)
        return {u"descriptors"_s, Verdict::Ok, detail};
    return {u"descriptors"_s, Verdict::Warn, detail,
            u"Raise the hard limit: LimitNOFILE=65536 in the unit, or \"ulimit -Hn 65536\"."_s};
}

Finding examineClock()
{
    const Timestamp built = sys_days(year(2024) / 1 / 1);
    const QString shown = QString::fromLatin1(toRfc3339(now()));
    if (now() < built)
        return {u"clock"_s, Verdict::Fail, shown + u" is in the past"_s,
                u"Set the clock: tokens and the order of activity follow it."_s};
    timex state{};
    if (adjtimex(&state) == TIME_ERROR || (state.status & STA_UNSYNC) != 0)
        return {u"clock"_s, Verdict::Warn,
                shown + u", not kept right by any time service that the kernel knows"_s,
                u"Run one (chrony, systemd-timesyncd), here or on the machine that hosts this one."_s};
    return {u"clock"_s, Verdict::Ok, shown + u", synchronised"_s};
}

} // namespace Hearth
