// SPDX-License-Identifier: Apache-2.0
#include "rig/checker.h"

namespace Hearth::Rig {

using namespace Qt::Literals::StringLiterals;

namespace {

class Recount
{
public:
    Recount(const ConversationId &conversation, const States &states, QList<Violation> &out)
        : m_conversation(conversation)
        , m_states(states)
        , m_out(out)
    { }

    void compare(const QString &what, qint64 told, qint64 counted) const
    {
        if (told != counted)
            m_out += {7,
                      u"a counter is wrong"_s,
                      {u"%1 in %2: told %3, counted %4"_s.arg(what, m_conversation, QString::number(told),
                                                              QString::number(counted))}};
    }

    void own(const UserId &user, const Counters &told, qsizetype members) const
    {
        int unread = 0, mentions = 0;
        for (const Kept &kept : m_states) {
            const Message &message = kept.state;
            if (message.seq <= told.readSeq)
                continue;
            unread += message.type != MessageType::System && message.senderId != user;
            mentions += std::ranges::any_of(message.mentions,
                                            [&](const Mention &mention) { return mention.userId == user; });
        }
        compare(u"unread of "_s + user, told.unread, unread);
        compare(u"mentions of "_s + user, told.mentions, mentions);
        compare(u"members for "_s + user, told.members, members);
        compare(u"last seq for "_s + user, told.lastSeq, m_states.isEmpty() ? 0 : m_states.lastKey());
    }

    void messages() const
    {
        QHash<MessageId, int> replies;
        for (const Kept &kept : m_states) {
            if (kept.state.threadRootId && !kept.state.isDeleted)
                ++replies[*kept.state.threadRootId];
        }
        for (const Kept &kept : m_states) {
            compare(u"replies to "_s + kept.messageId, kept.state.replyCount.value_or(0),
                    replies.value(kept.messageId));
            for (const Reaction &reaction : kept.state.reactions)
                compare(u"reactions to "_s + kept.messageId, reaction.count, reaction.userIds.size());
        }
    }

private:
    const ConversationId &m_conversation;
    const States &m_states;
    QList<Violation> &m_out;
};

} // namespace

void checkCounters(const Record &record, QList<Violation> &out)
{
    for (auto it = record.counters.begin(); it != record.counters.end(); ++it) {
        for (auto counters = it->begin(); counters != it->end(); ++counters) {
            // Recounted from what the member holds, which is what everybody holds.
            const States states = record.finalStates.value(counters.key()).value(it.key());
            const Recount recount(it.key(), states, out);
            recount.own(counters.key(), *counters, record.members.value(it.key()).size());
            recount.messages();
        }
    }
}

} // namespace Hearth::Rig
