// SPDX-License-Identifier: Apache-2.0
#include "ui/typingnotice.h"

namespace Hearth {

namespace {

constexpr qint64 repeatMs = 4000;

} // namespace

TypingNotice::TypingNotice(std::chrono::milliseconds pause, QObject *parent)
    : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &TypingNotice::stop);
}

void TypingNotice::keyPressed()
{
    m_pause.start();
    if (m_sinceNotice.isValid() && m_sinceNotice.elapsed() < repeatMs)
        return;
    m_sinceNotice.start();
    Q_EMIT typingChanged(true);
}

void TypingNotice::stop()
{
    m_pause.stop();
    if (!m_sinceNotice.isValid())
        return;
    m_sinceNotice.invalidate();
    Q_EMIT typingChanged(false);
}

} // namespace Hearth
