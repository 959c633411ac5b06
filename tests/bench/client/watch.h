// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QJsonObject>
#include <QObject>

#include <vector>

class QWidget;

namespace Hearth::Bench {

[[nodiscard]] QJsonObject summaryOf(std::vector<double> samples); // p50, p99, max and how many

// Notes how long each event kept the GUI thread, in ms: what a person feels as a stall.
class WatchedApplication : public QApplication
{
public:
    using QApplication::QApplication;
    bool notify(QObject *receiver, QEvent *event) override;
    void startOver() { m_busy.clear(); }
    [[nodiscard]] QJsonObject busy() const { return summaryOf(m_busy); }

private:
    int m_depth = 0; // events that others bring about are theirs
    std::vector<double> m_busy;
};

// From an input until what it changed is painted, in ms: a key until its glyph, a turn of the wheel until the
// frame.
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(QWidget &painted);

    // Sends the event as the window system would, after what waits already, and notes when the next painting
    // ends.
    void post(QWidget &receiver, QEvent *event);
    [[nodiscard]] bool isWaiting() const { return m_sinceInput.isValid(); }
    [[nodiscard]] QJsonObject summary() const { return summaryOf(m_taken); }

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    QElapsedTimer m_sinceInput;
    std::vector<double> m_taken;
};

void runEvents(int ms); // as the program waits; QTest::qWait() sleeps between its looks

// Of this process, in MB: resident, and what it does not share with others.
struct Memory {
    double resident = 0;
    double own = 0;
};
[[nodiscard]] Memory memoryNow();
[[nodiscard]] double cpuSeconds(); // of all threads of this process, so far

} // namespace Hearth::Bench
