// SPDX-License-Identifier: Apache-2.0
#include "gateway/log.h"

namespace Hearth {

Q_LOGGING_CATEGORY(gatewayLog, "hearth.gateway")

} // namespace Hearth
