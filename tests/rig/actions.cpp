// SPDX-License-Identifier: Apache-2.0
// What a scripted client does when it is told to do something.
#include "rig/scriptedclient.h"

namespace Hearth::Rig {

using namespace Qt::Literals::StringLiterals;

namespace {

const std::array emoji{u"\U0001F525"_s, u"\U0001F44D"_s, u"❤️"_s};

} // namespace

void ScriptedClient::act(const ConversationId &conversation, QRandomGenerator &random)
{
    const auto known = m_conversations.constFind(conversation);
    const auto said = [&random] { return u"said %1"_s.arg(random.generate()); };
    if (known == m_conversations.constEnd() || known->messages.isEmpty() || random.bounded(100) < 55) {
        send(conversation, said());
        return;
    }
    // Mostly what is recent, as people do.
    auto place = std::prev(known->messages.constEnd());
    for (int back = random.bounded(10); back > 0 && place != known->messages.constBegin(); --back)
        --place;
    const Message message = place->state;
    switch (random.bounded(8)) {
    case 0: {
        MessageDraft draft;
        draft.content = said();
        draft.replyToId = message.id;
        if (message.type != MessageType::System && !message.isDeleted)
            sendDraft(conversation, std::move(draft));
        return;
    }
    case 1: // an old key once more, as who lost an answer does
        if (!m_done.isEmpty() && m_online) {
            m_outbox += m_done.takeFirst();
            transmit(m_outbox.last());
        }
        return;
    case 2:
        ask({Event::Kind::Marked, m_user, conversation, {}, message.id, message.seq},
            MarkRead{{}, conversation, message.seq});
        return;
    case 3:
        ask({Event::Kind::Marked, m_user, conversation}, MarkDelivered{conversation, message.seq});
        return;
    default:
        if (message.type != MessageType::System && !message.isDeleted)
            actOn(conversation, message, random);
        return;
    }
}

void ScriptedClient::actOn(const ConversationId &conversation, const Message &message,
                           QRandomGenerator &random)
{
    const QString &sign = emoji[size_t(random.bounded(int(emoji.size())))];
    const bool own = message.senderId == m_user;
    Event done{Event::Kind::Reacted, m_user, conversation, {}, message.id};
    done.text = sign;
    switch (random.bounded(4)) {
    case 0:
        if (!own)
            break;
        done.kind = Event::Kind::Edited;
        done.text = u"edited %1"_s.arg(random.generate());
        ask(done, EditMessage{message.id, {done.text, {}}});
        return;
    case 1:
        if (!own || random.bounded(3) > 0)
            break;
        done.kind = Event::Kind::Deleted;
        ask(done, DeleteMessage{message.id});
        return;
    case 2:
        done.kind = Event::Kind::Unreacted;
        ask(done, RemoveReaction{message.id, sign});
        return;
    default: break;
    }
    ask(done, AddReaction{message.id, sign});
}

} // namespace Hearth::Rig
