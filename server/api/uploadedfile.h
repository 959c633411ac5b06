// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/http.h"

namespace Hearth {

// The file that a request brings, while it arrives.
struct UploadedFile {
    QString name; // as the client gives it; empty when it does not
    ByteStream contents;
};

// What a multipart body takes besides the file.
inline constexpr qint64 multipartBytes = 64 * 1024;

// Of multipart/form-data the part "file", which there must be once; any other body is the file itself, and
// its name comes from Content-Disposition or `?name=`. too_large when it says that it has more than
// `maxBytes`.
[[nodiscard]] QCoro::Task<Result<UploadedFile>> openUpload(HttpRequest request, qint64 maxBytes);

} // namespace Hearth
