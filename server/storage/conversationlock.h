// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/conversationstore.h"
#include "storage/sql.h"

namespace Hearth {

// The row of one conversation, locked until the transaction ends, and the numbers that it gives out
// (protocol.md, Changes). Everything that changes a conversation, a member or a stored message goes through
// one; new messages go through MessageBatch, which locks many at once.
class ConversationLock
{
public:
    // Waits for whoever holds the row.
    ConversationLock(Sql &sql, const ConversationId &id);

    [[nodiscard]] bool exists() const { return m_exists; } // false for deleted ones, too
    [[nodiscard]] const ConversationId &id() const { return m_id; }
    [[nodiscard]] ConversationType type() const { return m_type; }
    [[nodiscard]] int memberCount() const { return m_memberCount; }
    [[nodiscard]] qint64 lastSeq() const { return m_lastSeq; }
    [[nodiscard]] qint64 lastOrdinal() const { return m_lastOrdinal; }
    [[nodiscard]] qint64 lastChange() const { return m_lastChange; }

    // The number of the next change. Saved by save().
    [[nodiscard]] qint64 takeChange() { return ++m_lastChange; }
    // The place of a system message, which nobody has to read: the ordinal stays.
    [[nodiscard]] qint64 takeSeq() { return ++m_lastSeq; }
    // The change just taken is one of the conversation's own fields.
    void noteFieldsChanged() { m_fieldsChange = m_lastChange; }
    void addMembers(int count) { m_memberCount += count; } // or takes them away

    void save(Timestamp at);

private:
    Sql &m_sql;
    const ConversationId m_id;
    bool m_exists = false;
    ConversationType m_type = ConversationType::Direct;
    int m_memberCount = 0;
    qint64 m_lastSeq = 0;
    qint64 m_lastChange = 0;
    qint64 m_lastOrdinal = 0;
    qint64 m_fieldsChange = 0;
};

// The membership as it is now, whatever a cache says; nothing for somebody who is no member.
[[nodiscard]] std::optional<MembershipRow> readMembership(Sql &sql, const ConversationId &conversation,
                                                          const UserId &user);

} // namespace Hearth
