// SPDX-License-Identifier: Apache-2.0
#include "core/roster.h"

#include <algorithm>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

// The fields of PUT /conversations/:id/settings.
void choose(OwnMembership &my, const QJsonObject &settings)
{
    my.pinned = settings["pinned"_L1].toBool(my.pinned);
    my.archived = settings["archived"_L1].toBool(my.archived);
    my.level = fromName<NotifyLevel>(settings["level"_L1].toString()).value_or(my.level);
    if (const auto until = settings.constFind("muted_until"_L1); until != settings.constEnd())
        my.mutedUntil = until->isNull() ? std::nullopt : fromRfc3339(until->toString());
    if (const auto from = settings.constFind("unread_from"_L1); from != settings.constEnd())
        my.unreadFrom = from->isNull() ? std::nullopt : std::optional(from->toInteger());
}

} // namespace

void Roster::load(const StoredState &state)
{
    m_drafts = state.drafts;
    m_unsent = state.unsentSettings;
    for (const Conversation &conversation : state.conversations) {
        Entry entry{conversation, conversation.members.value_or(QList<Member>()), conversation.lastSeq};
        entry.conversation.members.reset();
        m_entries.insert(conversation.id, entry);
    }
}

const Conversation *Roster::find(const ConversationId &id) const
{
    const auto entry = m_entries.constFind(id);
    return entry == m_entries.cend() ? nullptr : &entry->conversation;
}

qint64 Roster::change(const ConversationId &id) const
{
    const Conversation *conversation = find(id);
    return conversation ? conversation->lastChange : 0;
}

QList<Member> Roster::members(const ConversationId &id) const
{
    const auto entry = m_entries.constFind(id);
    return entry == m_entries.cend() ? QList<Member>() : entry->members;
}

std::optional<ConversationSummary> Roster::summary(const ConversationId &id) const
{
    const auto entry = m_entries.constFind(id);
    if (entry == m_entries.cend())
        return std::nullopt;
    ConversationSummary summary{entry->conversation, {}, m_drafts.value(id)};
    if (const auto unsent = m_unsent.constFind(id); unsent != m_unsent.cend())
        choose(summary.conversation.my, *unsent);
    if (summary.conversation.type == ConversationType::Direct) {
        for (const Member &member : entry->members) {
            if (member.userId != m_self)
                summary.directWith = member.userId;
        }
    }
    return summary;
}

int Roster::resets(const ConversationId &id) const
{
    return m_entries.value(id).resets;
}

void Roster::put(const Conversation &conversation)
{
    Entry &entry = m_entries[conversation.id];
    const OwnMembership before = entry.conversation.my;
    const std::optional<Message> newest = entry.conversation.lastMessage;
    const qint64 lastSeq = entry.conversation.lastSeq;
    entry.conversation = conversation;
    entry.conversation.members.reset();
    if (lastSeq > conversation.lastSeq) {
        entry.conversation.lastSeq = lastSeq;
        entry.conversation.lastMessage = newest;
    }
    entry.conversation.my = before;
    adopt(conversation.id, conversation.my, conversation.lastSeq);
    if (conversation.members) {
        erase_if(entry.members, [&conversation](const Member &old) {
            return std::ranges::none_of(*conversation.members,
                                        [&old](const Member &m) { return m.userId == old.userId; });
        });
        for (const Member &member : *conversation.members)
            merge(entry, member);
    }
}

void Roster::apply(const ConversationId &id, const Changes &changes)
{
    if (changes.tooFar)
        ++m_entries[id].resets;
    if (changes.conversation)
        put(*changes.conversation);
    Entry &entry = m_entries[id];
    for (const Member &member : changes.members)
        merge(entry, member);
    erase_if(entry.members, [&changes](const Member &m) { return changes.removed.contains(m.userId); });
    QList<Message> messages = changes.messages;
    std::ranges::sort(messages, {}, &Message::seq);
    for (const Message &message : std::as_const(messages))
        count(entry, message);
    entry.conversation.lastChange = changes.lastChange;
}

void Roster::add(const Message &message)
{
    Entry &entry = m_entries[message.conversationId];
    count(entry, message);
    entry.conversation.lastChange = message.change;
}

void Roster::adopt(const ConversationId &id, const OwnMembership &my, qint64 asOfSeq)
{
    Entry &entry = m_entries[id];
    if (asOfSeq < entry.countedSeq)
        return; // messages have come since; they are counted here
    const OwnMembership local = entry.conversation.my;
    const qint64 localRead = std::min(local.readSeq, asOfSeq);
    entry.conversation.my = my;
    entry.countedSeq = asOfSeq;
    if (localRead > my.readSeq) {
        entry.conversation.my.readSeq = localRead;
        entry.conversation.my.unreadCount =
            localRead == asOfSeq ? 0 : std::min(local.unreadCount, my.unreadCount);
        entry.conversation.my.mentionCount =
            localRead == asOfSeq ? 0 : std::min(local.mentionCount, my.mentionCount);
    }
}

void Roster::setChange(const ConversationId &id, qint64 change)
{
    if (const auto entry = m_entries.find(id); entry != m_entries.end())
        entry->conversation.lastChange = std::min(entry->conversation.lastChange, change);
}

void Roster::remove(const ConversationId &id)
{
    m_entries.remove(id);
    m_drafts.remove(id);
}

void Roster::voidCursors()
{
    for (Entry &entry : m_entries) {
        entry.conversation.lastChange = 0;
        entry.conversation.lastSeq = 0;
        entry.countedSeq = 0;
        ++entry.resets;
    }
}

void Roster::setUnsent(const ConversationId &id, const QJsonObject &settings)
{
    if (settings.isEmpty())
        m_unsent.remove(id);
    else
        m_unsent.insert(id, settings);
}

void Roster::setSettings(const ConversationId &id, const OwnMembership &my)
{
    if (const auto entry = m_entries.find(id); entry != m_entries.end()) {
        OwnMembership &own = entry->conversation.my;
        own.pinned = my.pinned;
        own.archived = my.archived;
        own.level = my.level;
        own.mutedUntil = my.mutedUntil;
        own.unreadFrom = my.unreadFrom;
    }
}

bool Roster::markRead(const ConversationId &id, qint64 seq)
{
    const auto entry = m_entries.find(id);
    if (entry == m_entries.end())
        return false;
    Conversation &conversation = entry->conversation;
    seq = std::min(seq, conversation.lastSeq);
    if (seq <= conversation.my.readSeq)
        return false;
    conversation.my.readSeq = seq;
    if (seq >= entry->countedSeq) {
        conversation.my.unreadCount = 0;
        conversation.my.mentionCount = 0;
    }
    return true;
}

void Roster::lowerUnread(const ConversationId &id, int by)
{
    if (const auto entry = m_entries.find(id); entry != m_entries.end()) {
        OwnMembership &my = entry->conversation.my;
        my.unreadCount = std::max(0, my.unreadCount - by);
        my.mentionCount = std::min(my.mentionCount, my.unreadCount);
    }
}

std::optional<Member> Roster::advance(const ConversationId &id, const UserId &user, qint64 delivered,
                                      qint64 read)
{
    const auto entry = m_entries.find(id);
    if (entry == m_entries.end())
        return std::nullopt;
    for (Member &member : entry->members) {
        if (member.userId != user)
            continue;
        const Member before = member;
        member.readSeq = std::max(member.readSeq, read);
        member.deliveredSeq = std::max({member.deliveredSeq, delivered, member.readSeq});
        return member == before ? std::nullopt : std::optional(member);
    }
    return std::nullopt;
}

void Roster::setDraft(const ConversationId &id, const QString &text)
{
    if (text.isEmpty())
        m_drafts.remove(id);
    else
        m_drafts.insert(id, text);
}

void Roster::merge(Entry &entry, const Member &member)
{
    if (member.userId == m_self)
        entry.conversation.my.role =
            member.role; // the server says it here, too, and only here when it changes
    for (Member &known : entry.members) {
        if (known.userId != member.userId)
            continue;
        const Member before = known;
        known = member;
        known.readSeq = std::max(before.readSeq, member.readSeq);
        known.deliveredSeq = std::max(before.deliveredSeq, member.deliveredSeq);
        return;
    }
    entry.members.append(member);
}

// A message that came or changed.
void Roster::count(Entry &entry, const Message &message)
{
    Conversation &conversation = entry.conversation;
    if (message.seq >= conversation.lastSeq) {
        conversation.lastSeq = message.seq;
        conversation.lastMessage = message;
        conversation.updatedAt = std::max(conversation.updatedAt, message.createdAt);
    }
    if (message.seq <= entry.countedSeq)
        return;
    entry.countedSeq = message.seq;
    OwnMembership &my = conversation.my;
    if (message.senderId == m_self) {
        my.readSeq = std::max(my.readSeq, message.seq);
        my.unreadCount = 0;
        my.mentionCount = 0;
    } else if (message.type != MessageType::System && message.seq > my.readSeq) {
        ++my.unreadCount;
        const auto namesSelf = [this](const Mention &mention) { return mention.userId == m_self; };
        if (std::ranges::any_of(message.mentions, namesSelf))
            ++my.mentionCount;
    }
}

} // namespace Hearth
