// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sql.h"
#include "core/types.h"

// The cached messages of a conversation and the ranges of them that are known without a gap. For the thread
// of the store; failures stay in `sql`.
namespace Hearth::MessageTable {

// A range of seq, both ends included.
struct Range {
    qint64 from = 0;
    qint64 to = 0;

    bool operator==(const Range &) const = default;
};

// Stores each message unless the stored one is of a later change.
void put(Sql &sql, const QList<Message> &messages);

// Notes that every message of the range is known; joins it with its neighbours.
void addRange(Sql &sql, const ConversationId &conversation, Range range);

// The known range that holds `seq`.
[[nodiscard]] std::optional<Range> rangeAt(Sql &sql, const ConversationId &conversation, qint64 seq);

// The newest `limit` of the messages in the range, or its oldest; ascending either way.
[[nodiscard]] QList<Message> newestIn(Sql &sql, const ConversationId &conversation, Range range, int limit);
[[nodiscard]] QList<Message> oldestIn(Sql &sql, const ConversationId &conversation, Range range, int limit);

// Messages in the range that count as unread for `reader`.
[[nodiscard]] int countUnread(Sql &sql, const ConversationId &conversation, Range range,
                              const UserId &reader);

// Messages whose text has all the words, the last one as a prefix; newest first.
[[nodiscard]] QList<Message> search(Sql &sql, const QString &words, int limit);

// Messages for which a condition over the table's columns holds, newest first.
[[nodiscard]] QList<Message> select(Sql &sql, const QString &condition, QVariantList values, int limit);

void clear(Sql &sql, const ConversationId &conversation);

} // namespace Hearth::MessageTable
