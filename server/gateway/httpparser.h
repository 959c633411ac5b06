// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/http.h"

#include <memory>

namespace Hearth {

// Why a request is refused before anybody looks at what it asks for.
struct HttpFault {
    int status = 400;
    ErrorCode code = ErrorCode::InvalidField;
    QString detail;
};

// One HTTP/1.1 request, read as it arrives (RFC 9112), strict where leniency lets requests be smuggled past a
// proxy that reads them otherwise.
class HttpParser
{
public:
    explicit HttpParser(qint64 headBytes);
    ~HttpParser();

    // Takes bytes from the front of what the connection has and returns how many it needs no more: the head
    // as a whole, and in a later call the body in pieces. 0 without a fault: it has to see more at once.
    qsizetype feed(QByteArrayView bytes);

    [[nodiscard]] bool hasHead() const;
    [[nodiscard]] bool isComplete() const;
    [[nodiscard]] const std::optional<HttpFault> &fault() const;

    // From the head on.
    [[nodiscard]] bool keepAlive() const;
    [[nodiscard]] bool isHttp10() const;
    [[nodiscard]] bool expectsContinue() const;
    [[nodiscard]] bool announcesBody() const;

    [[nodiscard]] const HttpRequest &head() const;

    // With the head there: a body that is larger, or says that it will be, is a fault.
    void limitBody(qint64 bytes);

    // What of the body has come since the last call.
    [[nodiscard]] QByteArray takeBody();

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

// "Not Found", of RFC 9110 section 15.
[[nodiscard]] QByteArray reasonPhrase(int status);

} // namespace Hearth
