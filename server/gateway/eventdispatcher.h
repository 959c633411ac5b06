// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Hearth {

// Gives the main thread the event dispatcher that the server needs: on Linux one on epoll, elsewhere Qt's
// own. To be called before QCoreApplication is created.
void installEventDispatcher();

} // namespace Hearth
