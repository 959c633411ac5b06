// SPDX-License-Identifier: Apache-2.0
#include "rig/sessionclient.h"

#include "support/await.h"

namespace Hearth::Rig {

using namespace Qt::Literals::StringLiterals;
using Test::await;

SessionClient::SessionClient(const QString &name, const QUrl &server, const QUrl &address)
    : m_address(address)
{
    RegisterRequest request;
    request.username = name;
    request.password = u"correct horse battery"_s;
    const auto tokens = await(registerAccount(server, request));
    if (!tokens)
        qFatal("%s cannot register: %s", qPrintable(name), qPrintable(tokens.error().detail));
    m_tokens = *tokens;
    restart();
}

void SessionClient::restart()
{
    m_session.reset();
    Timing timing;
    timing.backoffFirst = Timing::ms(50);
    timing.backoffMax = Timing::ms(500);
    timing.requestTimeout = timing.connectTimeout = Timing::ms(8'000);
    m_session =
        std::make_unique<Session>(Session::Config{m_address, m_dir.path(), m_tokens, m_tokens.user, timing});
    connect(m_session.get(), &Session::tokensChanged, this,
            [this](const AuthTokens &tokens) { m_tokens = tokens; });
    connect(m_session.get(), &Session::messagesChanged, this,
            [this](const ConversationId &, const QList<Message> &messages) { saw(messages); });
    if (const auto started = await(m_session->start()); !started)
        qFatal("the session of %s did not start: %s", qPrintable(m_tokens.user.user.username),
               qPrintable(started.error().detail));
}

void SessionClient::send(const ConversationId &conversation, const QString &content)
{
    if (!m_session->conversation(conversation))
        return; // it has not heard of it yet
    MessageDraft draft;
    draft.content = content;
    const QString key = m_session->send(conversation, draft);
    m_sent.insert(key, conversation);
    m_record->add({Event::Kind::Sent, user(), conversation, key});
}

void SessionClient::readAll(const ConversationId &conversation)
{
    if (const auto summary = m_session->conversation(conversation))
        m_session->markRead(conversation, summary->conversation.lastSeq);
}

void SessionClient::saw(const QList<Message> &messages)
{
    if (!m_record)
        return;
    for (const Message &message : messages) {
        const QString key = message.clientMsgId.value_or(QString());
        Event event{Event::Kind::Seen, user(),      message.conversationId, key,
                    message.id,        message.seq, message.change};
        m_record->add(event);
        if (m_sent.remove(key) > 0) { // shown as stored: that is an acknowledgement
            event.kind = Event::Kind::Acked;
            m_record->add(event);
        }
    }
}

bool SessionClient::isSettled(const QList<ConversationId> &conversations) const
{
    return m_session->connectionState() == ConnectionState::Online
        && std::ranges::all_of(conversations, [this](const ConversationId &id) {
               const auto known = m_session->conversation(id);
               return known && known->conversation.lastSeq >= m_record->acknowledgedSeq.value(id)
                   && m_session->outgoing(id).isEmpty();
           });
}

QString SessionClient::unsettled() const
{
    QStringList waiting;
    for (const ConversationSummary &one : m_session->conversations()) {
        for (const OutgoingMessage &message : m_session->outgoing(one.conversation.id))
            waiting += message.clientMsgId + u" ("_s
                + (message.error ? message.error->detail : QString::number(int(message.state))) + u')';
    }
    return u"%1 (session): state %2, %3 conversations, waiting: %4"_s.arg(user())
        .arg(int(m_session->connectionState()))
        .arg(m_session->conversations().size())
        .arg(waiting.join(u", "_s));
}

bool SessionClient::recordFinalState(const QList<ConversationId> &conversations)
{
    for (const ConversationId &id : conversations) {
        States states;
        auto slice = await(m_session->newest(id, 100));
        while (slice) {
            for (const Message &message : std::as_const(slice->messages))
                states.insert(message.seq, {message.id, message.clientMsgId.value_or(QString()), message});
            if (!slice->hasOlder || slice->messages.isEmpty())
                break;
            slice = await(m_session->before(id, slice->messages.first().seq, 100));
        }
        if (!slice)
            return false;
        m_record->finalStates[user()][id] = states;
    }
    return true;
}

} // namespace Hearth::Rig
