// SPDX-License-Identifier: Apache-2.0
#include "util/handover.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QEvent>
#include <QThread>

#include <memory>

namespace Hearth {

namespace {

QEvent::Type arrival()
{
    static const int type = QEvent::registerEventType();
    return QEvent::Type(type);
}

} // namespace

void HandoverBase::deliver()
{
    QCoreApplication::sendPostedEvents(nullptr, arrival());
}

void HandoverBase::wait(std::coroutine_handle<> coroutine)
{
    Q_ASSERT(thread() == QThread::currentThread());
    Q_ASSERT(!m_waiting);
    m_waiting = coroutine;
}

void HandoverBase::post()
{
    auto event = std::make_unique<QEvent>(arrival());
    m_answered.store(true, std::memory_order_release);
    QCoreApplication::postEvent(this, event.release());
}

bool HandoverBase::event(QEvent *event)
{
    if (!m_answered.load(std::memory_order_acquire) || event->type() != arrival())
        return QObject::event(event);
    m_arrived = true;
    // Who is resumed may wait in an event loop of its own. GLib's sleeps on what is posted already, unless
    // woken.
    QAbstractEventDispatcher::instance()->wakeUp();
    if (m_waiting)
        m_waiting.resume(); // this object is gone now
    return true;
}

} // namespace Hearth
