// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/message.h"
#include "util/error.h"
#include "wire/codecs.h"

namespace Hearth {

// A message that is in its conversation.
struct MessageRef {
    ConversationId conversationId;
    MessageId messageId;
    qint64 seq = 0;

    bool operator==(const MessageRef &) const = default;
};

// What somebody here did to a message, and the server has not confirmed.
struct MessageChange {
    enum class Kind { Edit, Remove, React, Unreact, Pin, Unpin };

    QString id = {};
    MessageRef message = {};
    Kind kind = Kind::Edit;
    QString text = {}; // what an edit says, or the emoji
    QList<Mention> mentions = {}; // of an edit
    Timestamp madeAt = {};
    std::optional<Error> error = {}; // why it was refused

    bool operator==(const MessageChange &) const = default;
};

template<>
inline constexpr std::array enumNames<MessageChange::Kind>{
    QLatin1StringView("edit"),    QLatin1StringView("remove"), QLatin1StringView("react"),
    QLatin1StringView("unreact"), QLatin1StringView("pin"),    QLatin1StringView("unpin")};

// The message as it is once the change is done.
[[nodiscard]] Message withChange(Message message, const MessageChange &change, const UserId &self);

} // namespace Hearth
