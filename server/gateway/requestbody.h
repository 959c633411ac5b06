// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/http.h"

#include <coroutine>
#include <memory>

namespace Hearth {

// The body of an upload between its connection, which gives pieces, and the handler, which reads them. The
// connection reads the socket only while a piece is wanted: a client is as fast as what becomes of its bytes.
class RequestBody
{
public:
    // `ask` makes the connection give, at once if it can.
    explicit RequestBody(std::function<void()> ask)
        : m_ask(std::move(ask))
    { }
    Q_DISABLE_COPY_MOVE(RequestBody)

    // A piece, or empty at the end. One reader, one read at a time.
    static QCoro::Task<Result<QByteArray>> read(std::shared_ptr<RequestBody> body);

    [[nodiscard]] bool isWanted() const { return m_wanted; }

    // What was wanted: the reader goes on with it before this returns. After an empty piece or an error
    // nothing is wanted any more.
    void give(Result<QByteArray> piece);

    // Nothing will come: the connection is done with this request, or gone.
    void abandon();

private:
    struct Arrival {
        RequestBody &body;

        [[nodiscard]] bool await_ready() const { return body.m_piece.has_value(); }
        void await_suspend(std::coroutine_handle<> waiting) { body.m_waiting = waiting; }
        Result<QByteArray> await_resume() { return *std::exchange(body.m_piece, {}); }
    };

    std::function<void()> m_ask;
    bool m_wanted = false;
    std::optional<Result<QByteArray>> m_piece; // given and not read yet
    std::optional<Result<QByteArray>> m_last; // the end or the fault, for whoever reads on
    std::coroutine_handle<> m_waiting;
};

} // namespace Hearth
