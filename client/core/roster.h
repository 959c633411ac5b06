// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/localstore.h"

namespace Hearth {

// The conversations in memory: what the list shows, who takes part and how far everybody has read. Knows no
// files and no network. Conversation::last_change is the change up to which all is applied.
class Roster
{
public:
    explicit Roster(UserId self)
        : m_self(std::move(self))
    { }

    void load(const StoredState &state);

    [[nodiscard]] QList<ConversationId> ids() const { return m_entries.keys(); }
    [[nodiscard]] const Conversation *find(const ConversationId &id) const; // without members
    [[nodiscard]] qint64 change(const ConversationId &id) const; // 0: unknown, or void
    [[nodiscard]] QList<Member> members(const ConversationId &id) const;
    [[nodiscard]] std::optional<ConversationSummary> summary(const ConversationId &id) const;
    [[nodiscard]] int resets(const ConversationId &id) const; // grows when stored messages became void

    // What is local and newer than the server's word stays: reads that it has not heard of, watermarks.
    void put(const Conversation &conversation);
    void apply(const ConversationId &id, const Changes &changes); // of a known conversation, or with one
    void add(const Message &message); // the next change
    void adopt(const ConversationId &id, const OwnMembership &my, qint64 asOfSeq);
    void setChange(const ConversationId &id, qint64 change); // back, when storing failed
    void remove(const ConversationId &id);
    void voidCursors();

    // Settings that the person chose and the server has not heard of; they cover what it says.
    void setUnsent(const ConversationId &id, const QJsonObject &settings);
    void setSettings(const ConversationId &id, const OwnMembership &my); // the server's word: only these

    // True when the own read mark moved. What is left unread is exact at the end of the conversation only;
    // elsewhere take away what was read with lowerUnread().
    bool markRead(const ConversationId &id, qint64 seq);
    void lowerUnread(const ConversationId &id, int by);

    // The member as it is now, when a watermark of theirs moved.
    std::optional<Member> advance(const ConversationId &id, const UserId &user, qint64 delivered,
                                  qint64 read);

    [[nodiscard]] QString draft(const ConversationId &id) const { return m_drafts.value(id); }
    void setDraft(const ConversationId &id, const QString &text);

private:
    struct Entry {
        Conversation conversation;
        QList<Member> members;
        qint64 countedSeq = 0; // unread_count covers the messages up to here
        int resets = 0;
    };
    void merge(Entry &entry, const Member &member);
    void count(Entry &entry, const Message &message);

    const UserId m_self;
    QHash<ConversationId, Entry> m_entries;
    QHash<ConversationId, QString> m_drafts;
    QHash<ConversationId, QJsonObject> m_unsent;
};

} // namespace Hearth
