// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace Hearth {

class TimelineView;

// Decides which messages have been read: those that stood at least half in sight for a while, in an active
// window in front of somebody who touched it lately.
class ReadTracker : public QObject
{
    Q_OBJECT

public:
    explicit ReadTracker(TimelineView &view, QObject *parent = nullptr);

    void reset(qint64 readSeq); // another conversation, read up to here
    void setTimes(std::chrono::milliseconds look, std::chrono::milliseconds idle); // 500 ms and 15 s at first

Q_SIGNALS:
    void readUpTo(qint64 seq); // only ever grows

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();
    void noteInput();
    [[nodiscard]] bool isSomebodyThere() const;

    TimelineView &m_view;
    std::chrono::milliseconds m_lookTime{500};
    std::chrono::milliseconds m_idleTime{15'000};
    QElapsedTimer m_clock;
    qint64 m_lastInput = 0; // on the clock, milliseconds; making the tracker counts
    QHash<qint64, qint64> m_seenSince; // by seq, on the clock
    QTimer m_timer;
    qint64 m_readSeq = 0;
};

} // namespace Hearth
