// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLoggingCategory>

namespace Hearth {

// "hearth.gateway". A line is an event and its fields: `upgrade_refused status=401 peer=192.0.2.7`. Never a
// token, a query string or anything that a client wrote.
Q_DECLARE_LOGGING_CATEGORY(gatewayLog)

} // namespace Hearth
