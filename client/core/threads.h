// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/types.h"

#include <QCoroTask>

#include <memory>

namespace Hearth {

// A message and the replies to it.
class Threads
{
public:
    struct Private;
    explicit Threads(std::unique_ptr<Private> d);
    ~Threads();

    // The first message and its replies, oldest first: what is stored here, and what the server has, which is
    // stored then.
    QCoro::Task<Result<QList<Message>>> stored(ConversationId conversation, MessageId root);
    QCoro::Task<Result<QList<Message>>> onServer(ConversationId conversation, MessageId root);

private:
    const std::unique_ptr<Private> d;
};

} // namespace Hearth
