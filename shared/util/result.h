// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "util/error.h"

#include <tl/expected.hpp>

namespace Hearth {

template<typename T>
using Result = tl::expected<T, Error>;

// return fail(ErrorCode::NotFound, "No such conversation.");
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, QString detail, QString pointer = {})
{
    return tl::unexpected<Error>(Error{code, std::move(detail), std::move(pointer), {}});
}

[[nodiscard]] inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace Hearth
