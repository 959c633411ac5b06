// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "util/result.h"

#include <QByteArray>
#include <QCoroTask>

#include <functional>

namespace Hearth {

// Bytes in pieces of at most some 100 KiB; an empty one is the end. The next is asked for when the last was
// answered, and a stream that failed is asked for no more.
using ByteStream = std::function<QCoro::Task<Result<QByteArray>>()>;

} // namespace Hearth
