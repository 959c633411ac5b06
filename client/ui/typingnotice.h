// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace Hearth {

// Turns key presses into typing notices: at the first key, then at most every 4 s; an end after a pause.
class TypingNotice : public QObject
{
    Q_OBJECT

public:
    explicit TypingNotice(std::chrono::milliseconds pause = std::chrono::seconds(5),
                          QObject *parent = nullptr);

    void keyPressed();
    void stop(); // sent, left or emptied

Q_SIGNALS:
    void typingChanged(bool typing);

private:
    QTimer m_pause;
    QElapsedTimer m_sinceNotice; // invalid while not typing
};

} // namespace Hearth
