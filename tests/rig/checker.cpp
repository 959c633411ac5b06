// SPDX-License-Identifier: Apache-2.0
#include "rig/checker.h"

namespace Hearth::Rig {

using namespace Qt::Literals::StringLiterals;

namespace {

QString text(const Event &event)
{
    static constexpr const char *kinds[] = {"sent", "acked", "saw"};
    return u"%1 %2 %3 in %4: message %5, seq %6, change %7"_s.arg(
        event.client, QLatin1StringView(kinds[int(event.kind)]), event.clientMsgId, event.conversation,
        event.messageId, QString::number(event.seq), QString::number(event.change));
}

QString text(const UserId &user, const ConversationId &conversation, qint64 seq, const Kept &kept)
{
    return u"%1 keeps %2 (%3) at %4 of %5"_s.arg(user, kept.messageId, kept.clientMsgId, QString::number(seq),
                                                 conversation);
}

void checkNothingAcknowledgedIsLost(const Record &record, QList<Violation> &out)
{
    for (const Event &event : record.events) {
        if (event.kind != Event::Kind::Acked)
            continue;
        for (const UserId &member : record.members.value(event.conversation)) {
            const Kept kept = record.finalStates.value(member).value(event.conversation).value(event.seq);
            if (kept.messageId != event.messageId)
                out += {1, u"%1 does not have an acknowledged message"_s.arg(member), {text(event)}};
        }
    }
}

void checkOncePerKey(const Record &record, QList<Violation> &out)
{
    QSet<QString> sent;
    QHash<QString, Event> first; // by client_msg_id
    for (const Event &event : record.events) {
        if (event.kind == Event::Kind::Sent) {
            sent.insert(event.clientMsgId);
            continue;
        }
        const auto known = first.constFind(event.clientMsgId);
        if (known == first.constEnd())
            first.insert(event.clientMsgId, event);
        else if (known->messageId != event.messageId || known->seq != event.seq)
            out += {2, u"one client_msg_id became two messages"_s, {text(*known), text(event)}};
    }
    for (auto user = record.finalStates.begin(); user != record.finalStates.end(); ++user) {
        QHash<QString, QString> places;
        for (auto conversation = user->begin(); conversation != user->end(); ++conversation) {
            for (auto kept = conversation->begin(); kept != conversation->end(); ++kept) {
                const QString here = text(user.key(), conversation.key(), kept.key(), *kept);
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
                            {text(user.key(), conversation.key(), kept.key(), *kept)}};
                    break;
                }
            }
        }
    }
    // What anybody saw at a place never turns into another message.
    QHash<std::pair<ConversationId, qint64>, Event> atPlace;
    for (const Event &event : record.events) {
        if (event.kind == Event::Kind::Sent)
            continue;
        const std::pair place(event.conversation, event.seq);
        const auto known = atPlace.constFind(place);
        if (known == atPlace.constEnd())
            atPlace.insert(place, event);
        else if (known->messageId != event.messageId)
            out += {3, u"two messages at one place"_s, {text(*known), text(event)}};
    }
}

void checkEverybodyHasTheSame(const Record &record, QList<Violation> &out)
{
    for (auto members = record.members.begin(); members != record.members.end(); ++members) {
        const ConversationId &conversation = members.key();
        QMap<qint64, std::pair<UserId, Kept>> all;
        for (const UserId &user : *members) {
            const auto states = record.finalStates.value(user).value(conversation);
            for (auto kept = states.begin(); kept != states.end(); ++kept)
                all.insert(kept.key(), {user, *kept});
        }
        for (const UserId &user : *members) {
            const auto states = record.finalStates.value(user).value(conversation);
            for (auto it = all.begin(); it != all.end(); ++it) {
                if (states.value(it.key()) != it->second)
                    out += {4,
                            u"%1 does not have what %2 has"_s.arg(user, it->first),
                            {text(it->first, conversation, it.key(), it->second)}};
            }
        }
    }
}

void checkNobodyElseSaw(const Record &record, QList<Violation> &out)
{
    for (const Event &event : record.events) {
        if (event.kind == Event::Kind::Seen
            && !record.members.value(event.conversation).contains(event.client))
            out += {5, u"a stranger saw a message"_s, {text(event)}};
    }
}

} // namespace

QList<Violation> check(const Record &record)
{
    QList<Violation> violations;
    checkNothingAcknowledgedIsLost(record, violations);
    checkOncePerKey(record, violations);
    checkOneOrderWithoutGap(record, violations);
    checkEverybodyHasTheSame(record, violations);
    checkNobodyElseSaw(record, violations);
    return violations;
}

QString describe(const QList<Violation> &violations)
{
    constexpr qsizetype shown = 5;
    QStringList lines{u"%1 violations"_s.arg(violations.size())};
    for (const Violation &violation : violations.first(std::min(shown, violations.size()))) {
        lines += u"promise %1: %2"_s.arg(violation.promise).arg(violation.what);
        for (const QString &line : violation.evidence)
            lines += u"    "_s + line;
    }
    return lines.join(u'\n');
}

} // namespace Hearth::Rig
