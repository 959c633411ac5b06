// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <vector>

class QSocketNotifier;

namespace Hearth {

// Signals of the system as a Qt signal on the thread of its owner. Each number belongs to one object at a
// time: what a signal handler can reach is global. Afterwards the signals are ignored: whoever asks again
// while the last things are being written must not cut that short.
class UnixSignals : public QObject
{
    Q_OBJECT

public:
    explicit UnixSignals(std::vector<int> numbers);
    ~UnixSignals() override;

Q_SIGNALS:
    void received(); // once for several that came together

private:
    const std::vector<int> m_numbers;
    int m_pipe[2] = {-1, -1};
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace Hearth
