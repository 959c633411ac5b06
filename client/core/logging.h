// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLoggingCategory>

// Events with fields; tokens and contents never appear.
Q_DECLARE_LOGGING_CATEGORY(lcConnection)
Q_DECLARE_LOGGING_CATEGORY(lcStore)
Q_DECLARE_LOGGING_CATEGORY(lcSync)
