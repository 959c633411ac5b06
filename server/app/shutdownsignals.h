// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QSocketNotifier;

namespace Hearth {

// SIGTERM and SIGINT as a Qt signal on the thread of its owner. Only one may exist: what a signal handler can
// reach is global.
class ShutdownSignals : public QObject
{
    Q_OBJECT

public:
    ShutdownSignals();
    ~ShutdownSignals() override;

Q_SIGNALS:
    void requested();

private:
    int m_pipe[2] = {-1, -1};
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace Hearth
