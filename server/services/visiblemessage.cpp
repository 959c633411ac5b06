// SPDX-License-Identifier: Apache-2.0
#include "services/visiblemessage.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

QCoro::Task<Result<VisibleMessage>> requireVisible(Memberships &memberships, MessageStore &store,
                                                   Caller caller, MessageId id)
{
    const tl::unexpected<Error> unknown = fail(ErrorCode::NotFound, u"There is no such message."_s);
    auto message = co_await store.byId(id);
    if (!message)
        co_return fail(std::move(message.error()));
    auto state = co_await memberships.requireMember(message->conversationId, caller.userId);
    if (!state)
        co_return state.error().code == ErrorCode::NotFound ? unknown : fail(std::move(state.error()));
    if (message->seq < (*state)->member(caller.userId)->firstVisibleSeq)
        co_return unknown;
    co_return VisibleMessage{std::move(*message), std::move(*state)};
}

} // namespace Hearth
