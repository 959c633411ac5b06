// SPDX-License-Identifier: Apache-2.0
#include "core/logging.h"

Q_LOGGING_CATEGORY(lcConnection, "hearth.connection", QtInfoMsg)
Q_LOGGING_CATEGORY(lcStore, "hearth.store", QtInfoMsg)
Q_LOGGING_CATEGORY(lcSync, "hearth.sync", QtInfoMsg)
