// SPDX-License-Identifier: Apache-2.0
#include "rig/checker.h"

namespace Hearth::Rig {

using namespace Qt::Literals::StringLiterals;

namespace {

QString describeKept(const UserId &user, const ConversationId &conversation, qint64 seq, const Kept &kept)
{
    const Message &state = kept.state;
    return u"%1 keeps %2 (%3) at %4 of %5: change %6, \"%7\"%8, %9 reactions, %10 replies"_s
        .arg(user, kept.messageId, kept.clientMsgId, QString::number(seq), conversation)
        .arg(QString::number(state.change), state.content.left(60),
             state.isDeleted ? u" (deleted)"_s : QString())
        .arg(state.reactions.size())
        .arg(state.replyCount.value_or(0));
}

using Places = QHash<MessageId, qint64>;

// The newest acknowledged word of its sender about each message.
struct LastWords {
    QHash<MessageId, const Event *> edits;
    QHash<MessageId, const Event *> deletions;
    QHash<std::pair<MessageId, std::pair<UserId, QString>>, const Event *> reactions;
};

LastWords lastWords(const Record &record)
{
    LastWords last;
    for (const Event &event : record.events) {
        switch (event.kind) {
        case Event::Kind::Edited:
            if (const Event *known = last.edits.value(event.messageId);
                !known || known->change <= event.change)
                last.edits.insert(event.messageId, &event);
            break;
        case Event::Kind::Deleted: last.deletions.insert(event.messageId, &event); break;
        case Event::Kind::Reacted:
        case Event::Kind::Unreacted:
            last.reactions.insert({event.messageId, {event.client, event.text}}, &event);
            break;
        default: break;
        }
    }
    return last;
}

bool hasReaction(const Message &message, const UserId &user, const QString &emoji)
{
    return std::ranges::any_of(message.reactions, [&](const Reaction &reaction) {
        return reaction.emoji == emoji && reaction.userIds.contains(user);
    });
}

// What was acknowledged of a message after it was sent is still so where `user` keeps it.
void checkWords(const LastWords &last, const UserId &user, const ConversationId &conversation,
                const States &states, QList<Violation> &out)
{
    QHash<MessageId, qint64> places;
    for (auto it = states.begin(); it != states.end(); ++it)
        places.insert(it->messageId, it.key());
    const auto report = [&](const char *what, const Event &event) {
        const qint64 seq = places.value(event.messageId);
        out += {1,
                QLatin1StringView(what),
                {describe(event), describeKept(user, conversation, seq, states.value(seq))}};
    };
    const auto stateOf = [&](const Event *event) {
        return states.value(places.value(event->messageId)).state;
    };
    for (const Event *event : last.edits) {
        if (!places.contains(event->messageId) || last.deletions.contains(event->messageId))
            continue;
        if (const Message state = stateOf(event); !state.isDeleted && state.content != event->text)
            report("an acknowledged edit is lost", *event);
    }
    for (const Event *event : last.deletions) {
        if (places.contains(event->messageId) && !stateOf(event).isDeleted)
            report("an acknowledged deletion is lost", *event);
    }
    for (const Event *event : last.reactions) {
        if (!places.contains(event->messageId))
            continue;
        const Message state = stateOf(event);
        if (!state.isDeleted
            && hasReaction(state, event->client, event->text) != (event->kind == Event::Kind::Reacted))
            report("an acknowledged reaction is lost", *event);
    }
}

// A member who was never removed must be let in; what is wrong with their message is for nobody to guess.
void checkMembersWereLetIn(const Record &record, QList<Violation> &out)
{
    QSet<std::pair<ConversationId, UserId>> removed;
    QSet<MessageId> deleted;
    for (const Event &event : record.events) {
        if (event.kind == Event::Kind::Removed)
            removed.insert({event.conversation, event.subject});
        if (event.kind == Event::Kind::Deleted)
            deleted.insert(event.messageId);
    }
    for (const Event &event : record.events) {
        if (event.kind == Event::Kind::Refused && !deleted.contains(event.messageId)
            && !removed.contains({event.conversation, event.client}))
            out += {1, u"a member was refused"_s, {describe(event)}};
    }
}

} // namespace

void checkNothingAcknowledgedIsLost(const Record &record, QList<Violation> &out)
{
    for (const Event &event : record.events) {
        if (event.kind != Event::Kind::Acked)
            continue;
        for (const UserId &member : record.keepers(event.conversation)) {
            const States states = record.finalStates.value(member).value(event.conversation);
            const Kept kept = states.value(event.seq);
            if (kept.messageId == event.messageId)
                continue;
            QStringList evidence{describe(event)};
            if (!kept.messageId.isEmpty())
                evidence += describeKept(member, event.conversation, event.seq, kept);
            out += {1, u"%1 does not have an acknowledged message"_s.arg(member), evidence};
        }
    }
    const LastWords last = lastWords(record);
    for (auto members = record.members.begin(); members != record.members.end(); ++members) {
        for (const UserId &member : record.keepers(members.key()))
            checkWords(last, member, members.key(), record.finalStates.value(member).value(members.key()),
                       out);
    }
    checkMembersWereLetIn(record, out);
}

void checkOncePerKey(const Record &record, QList<Violation> &out)
{
    QSet<QString> sent;
    QHash<QString, const Event *> first; // by client_msg_id
    for (const Event &event : record.events) {
        if (event.kind == Event::Kind::Sent)
            sent.insert(event.clientMsgId);
        if (!event.isOfMessage() || event.clientMsgId.isEmpty())
            continue;
        const Event *known = first.value(event.clientMsgId);
        if (!known)
            first.insert(event.clientMsgId, &event);
        else if (known->messageId != event.messageId || known->seq != event.seq)
            out += {2, u"one client_msg_id became two messages"_s, {describe(*known), describe(event)}};
    }
    for (auto user = record.finalStates.begin(); user != record.finalStates.end(); ++user) {
        QHash<QString, QString> places;
        for (auto conversation = user->begin(); conversation != user->end(); ++conversation) {
            for (auto kept = conversation->begin(); kept != conversation->end(); ++kept) {
                if (kept->clientMsgId.isEmpty() && kept->state.type == MessageType::System)
                    continue;
                const QString here = describeKept(user.key(), conversation.key(), kept.key(), *kept);
                if (!sent.contains(kept->clientMsgId))
                    out += {2, u"nobody sent this"_s, {here}};
                if (places.contains(kept->clientMsgId))
                    out += {2, u"a message is there twice"_s, {places.value(kept->clientMsgId), here}};
                places.insert(kept->clientMsgId, here);
            }
        }
    }
}

void checkOneOrderWithoutGap(const Record &record, QList<Violation> &out)
{
    for (auto user = record.finalStates.begin(); user != record.finalStates.end(); ++user) {
        for (auto conversation = user->begin(); conversation != user->end(); ++conversation) {
            qint64 expected = 1;
            for (auto kept = conversation->begin(); kept != conversation->end(); ++kept, ++expected) {
                if (kept.key() != expected) {
                    out += {3,
                            u"seq %1 is missing"_s.arg(expected),
                            {describeKept(user.key(), conversation.key(), kept.key(), *kept)}};
                    break;
                }
            }
        }
    }
    // What anybody saw at a place never turns into another message.
    QHash<std::pair<ConversationId, qint64>, const Event *> atPlace;
    for (const Event &event : record.events) {
        if (!event.isOfMessage())
            continue;
        const std::pair place(event.conversation, event.seq);
        const Event *known = atPlace.value(place);
        if (!known)
            atPlace.insert(place, &event);
        else if (known->messageId != event.messageId)
            out += {3, u"two messages at one place"_s, {describe(*known), describe(event)}};
    }
}

void checkEverybodyHasTheSame(const Record &record, QList<Violation> &out)
{
    for (auto members = record.members.begin(); members != record.members.end(); ++members) {
        const ConversationId &conversation = members.key();
        const QSet<UserId> keepers = record.keepers(conversation);
        QMap<qint64, std::pair<UserId, Kept>> all;
        for (const UserId &user : keepers) {
            const States states = record.finalStates.value(user).value(conversation);
            for (auto kept = states.begin(); kept != states.end(); ++kept) {
                // The newest state is what the others lack.
                const auto known = all.constFind(kept.key());
                if (known == all.constEnd() || known->second.state.change < kept->state.change)
                    all.insert(kept.key(), {user, *kept});
            }
        }
        for (const UserId &user : keepers) {
            const States states = record.finalStates.value(user).value(conversation);
            for (auto it = all.begin(); it != all.end(); ++it) {
                const auto own = states.constFind(it.key());
                if (own != states.constEnd() && *own == it->second)
                    continue;
                QStringList evidence{describeKept(it->first, conversation, it.key(), it->second)};
                if (own != states.constEnd())
                    evidence += describeKept(user, conversation, it.key(), *own);
                out += {4, u"%1 does not have what %2 has"_s.arg(user, it->first), evidence};
            }
        }
    }
}

QList<Violation> check(const Record &record)
{
    QList<Violation> violations;
    checkNothingAcknowledgedIsLost(record, violations);
    checkOncePerKey(record, violations);
    checkOneOrderWithoutGap(record, violations);
    checkEverybodyHasTheSame(record, violations);
    checkNobodyElseSaw(record, violations);
    checkWatermarksGoForward(record, violations);
    checkCounters(record, violations);
    return violations;
}

QString describe(const Event &event)
{
    static constexpr const char *kinds[] = {
        "sent",       "was acknowledged",  "saw",         "edited",        "deleted",
        "reacted to", "reacts no more to", "saw read",    "saw delivered", "marked as read",
        "invites",    "saw removed",       "was refused", "restarted",     "fault"};
    static_assert(std::size(kinds) == size_t(Event::Kind::Fault) + 1);
    QStringList words{u"%1 s"_s.arg(double(event.at) / 1000, 0, 'f', 3), event.client,
                      QLatin1StringView(kinds[int(event.kind)])};
    const auto say = [&words](const char *name, const QString &value) {
        if (!value.isEmpty() && value != "0"_L1)
            words += QLatin1StringView(name) + value;
    };
    say("", event.clientMsgId);
    say("message ", event.messageId);
    say("of ", event.subject);
    say("in ", event.conversation);
    say("seq ", QString::number(event.seq));
    say("change ", QString::number(event.change));
    say("", event.text.left(80));
    return words.join(u' ');
}

QString describe(const QList<Violation> &violations)
{
    constexpr qsizetype shown = 8;
    QStringList lines{u"%1 violations"_s.arg(violations.size())};
    // The shortest first: it is the easiest to understand.
    QList<Violation> sorted = violations;
    std::ranges::stable_sort(sorted, {}, [](const Violation &v) { return v.evidence.size(); });
    for (const Violation &violation : sorted.first(std::min(shown, sorted.size()))) {
        lines += u"promise %1: %2"_s.arg(violation.promise).arg(violation.what);
        for (const QString &line : violation.evidence)
            lines += u"    "_s + line;
    }
    return lines.join(u'\n');
}

} // namespace Hearth::Rig
