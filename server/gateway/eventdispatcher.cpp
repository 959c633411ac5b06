// SPDX-License-Identifier: Apache-2.0
#include "gateway/eventdispatcher.h"

#include <QCoreApplication>

#ifdef Q_OS_LINUX
#    include "gateway/epolleventdispatcher.h"
#endif

namespace Hearth {

void installEventDispatcher()
{
#ifdef Q_OS_LINUX
    QCoreApplication::setEventDispatcher(new EpollEventDispatcher); // which takes ownership
#endif
}

} // namespace Hearth
