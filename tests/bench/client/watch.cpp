// SPDX-License-Identifier: Apache-2.0
#include "client/watch.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QThread>
#include <QTimer>
#include <QWidget>

#include <algorithm>
#include <sys/resource.h>

namespace Hearth::Bench {

using namespace Qt::Literals::StringLiterals;

namespace {

double ms(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

double inMb(const QByteArray &smaps, const QByteArray &field)
{
    double kb = 0;
    for (const QByteArray &line : smaps.split('\n')) {
        if (line.startsWith(field + ':'))
            kb += line.mid(field.size() + 1).simplified().split(' ').first().toDouble();
    }
    return kb / 1024;
}

} // namespace

QJsonObject summaryOf(std::vector<double> samples)
{
    if (samples.empty())
        return {{u"count"_s, 0}};
    std::ranges::sort(samples);
    const auto at = [&](double quantile) { return samples[size_t(quantile * double(samples.size() - 1))]; };
    return {{u"count"_s, qint64(samples.size())},
            {u"p50"_s, at(0.5)},
            {u"p99"_s, at(0.99)},
            {u"max"_s, samples.back()}};
}

bool WatchedApplication::notify(QObject *receiver, QEvent *event)
{
    if (QThread::currentThread() != thread()) // events of the other threads come through here, too
        return QApplication::notify(receiver, event);
    QElapsedTimer timer;
    timer.start();
    ++m_depth;
    const bool taken = QApplication::notify(receiver, event);
    if (--m_depth == 0)
        m_busy.push_back(ms(timer));
    return taken;
}

PaintWatch::PaintWatch(QWidget &painted)
{
    painted.installEventFilter(this);
}

void PaintWatch::post(QWidget &receiver, QEvent *event)
{
    m_sinceInput.start();
    QCoreApplication::postEvent(&receiver, event);
}

bool PaintWatch::eventFilter(QObject *, QEvent *event)
{
    // Queued behind the painting, and so after it.
    if (event->type() == QEvent::Paint && isWaiting()) {
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (isWaiting())
                    m_taken.push_back(ms(m_sinceInput));
                m_sinceInput.invalidate();
            },
            Qt::QueuedConnection);
    }
    return false;
}

void runEvents(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
}

Memory memoryNow()
{
    QFile file(u"/proc/self/smaps_rollup"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray smaps = file.readAll();
    return {inMb(smaps, "Rss"), inMb(smaps, "Private_Clean") + inMb(smaps, "Private_Dirty")};
}

double cpuSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

} // namespace Hearth::Bench
