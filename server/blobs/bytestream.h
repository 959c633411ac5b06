// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "util/result.h"

#include <QByteArray>
#include <QCoroTask>

#include <functional>

namespace Hearth {

constexpr qsizetype pieceBytes = 128 * 1024;

// Bytes in pieces of at most pieceBytes; an empty one is the end. The next is asked for when the last was
// answered, and a stream that failed is asked for no more.
using ByteStream = std::function<QCoro::Task<Result<QByteArray>>()>;

} // namespace Hearth
