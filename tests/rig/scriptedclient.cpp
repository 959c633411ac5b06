// SPDX-License-Identifier: Apache-2.0
#include "rig/scriptedclient.h"

#include "util/uuid.h"

#include <QNetworkRequest>

namespace Hearth::Rig {

using namespace Qt::Literals::StringLiterals;

ScriptedClient::ScriptedClient(UserId user, QUrl server, QString token, Record &record)
    : m_user(std::move(user))
    , m_server(std::move(server))
    , m_token(std::move(token))
    , m_record(record)
{
    m_reconnect.setSingleShot(true);
    m_reconnect.setInterval(100);
    connect(&m_reconnect, &QTimer::timeout, this, &ScriptedClient::connectToServer);
}

ScriptedClient::~ScriptedClient()
{
    dropSocket();
}

void ScriptedClient::dropSocket()
{
    if (m_socket)
        m_socket->disconnect(this);
    m_socket.reset();
}

void ScriptedClient::connectToServer()
{
    dropSocket();
    m_online = false;
    m_pendingChanges.clear();
    m_socket = std::make_unique<QWebSocket>();
    connect(m_socket.get(), &QWebSocket::textMessageReceived, this, &ScriptedClient::received);
    connect(m_socket.get(), &QWebSocket::stateChanged, this, [this](QAbstractSocket::SocketState state) {
        if (state == QAbstractSocket::UnconnectedState) {
            m_online = false;
            m_reconnect.start();
        }
    });
    QNetworkRequest request(m_server);
    request.setRawHeader("Authorization", "Bearer " + m_token.toLatin1());
    m_socket->open(request);
}

void ScriptedClient::send(const ConversationId &conversation, const QString &content)
{
    m_outbox += {conversation, uuidV7(), content};
    if (m_online)
        transmit(m_outbox.last());
}

void ScriptedClient::transmit(const Outgoing &outgoing)
{
    m_record.events.push_back({Event::Kind::Sent, m_user, outgoing.conversation, outgoing.clientMsgId});
    SendMessage frame{outgoing.conversation, {}};
    frame.draft.clientMsgId = outgoing.clientMsgId;
    frame.draft.content = outgoing.content;
    write(outgoing.clientMsgId, frame);
}

void ScriptedClient::received(const QString &text)
{
    const auto frame = decodeServerFrame(text.toUtf8());
    if (!frame)
        qFatal("%s got a frame that it cannot read: %s", qPrintable(m_user),
               qPrintable(frame.error().detail));
    if (*frame)
        std::visit([this](const auto &known) { on(known); }, **frame);
}

void ScriptedClient::on(const Hello &)
{
    requestSync();
}

void ScriptedClient::requestSync()
{
    write(u"sync"_s, SyncRequest{});
}

void ScriptedClient::settle()
{
    if (!std::exchange(m_online, false))
        return; // it syncs as soon as it is connected
    requestSync();
}

bool ScriptedClient::isSettled() const
{
    return m_online && m_outbox.isEmpty() && m_pendingChanges.isEmpty();
}

void ScriptedClient::recordFinalState() const
{
    for (auto it = m_conversations.begin(); it != m_conversations.end(); ++it)
        m_record.finalStates[m_user][it.key()] = it->messages;
}

void ScriptedClient::on(const SyncHeads &frame)
{
    for (const Head &head : frame.heads) {
        if (head.lastChange > m_conversations[head.conversationId].lastChange)
            askForChanges(head.conversationId);
    }
}

void ScriptedClient::on(const SyncDone &)
{
    m_online = true;
    for (const Outgoing &outgoing : std::as_const(m_outbox))
        transmit(outgoing);
}

void ScriptedClient::on(const Ack &frame)
{
    if (const ConversationId id = m_pendingChanges.take(frame.id); !id.isEmpty()) {
        const auto changes = fromJson<Changes>(frame.data);
        if (!changes)
            qFatal("unreadable changes: %s", qPrintable(changes.error().detail));
        apply(id, *changes);
        return;
    }
    const auto outgoing = std::ranges::find(m_outbox, frame.id, &Outgoing::clientMsgId);
    if (outgoing == m_outbox.end())
        return;
    const auto message = fromJson<Message>(frame.data);
    if (!message)
        qFatal("unreadable ack: %s", qPrintable(message.error().detail));
    m_record.events.push_back({Event::Kind::Acked, m_user, message->conversationId,
                               message->clientMsgId.value_or(QString()), message->id, message->seq,
                               message->change});
    m_outbox.erase(outgoing);
}

// `unavailable` while the store is away: try everything again on a new connection.
void ScriptedClient::on(const ErrorFrame &frame)
{
    if (isRetryable(frame.error.code))
        m_socket->close();
    else
        qFatal("%s was refused: %s", qPrintable(m_user), qPrintable(frame.error.detail));
}

void ScriptedClient::on(const NewMessage &frame)
{
    keep(frame.data);
    Conversation &conversation = m_conversations[frame.data.conversationId];
    if (frame.data.change == conversation.lastChange + 1)
        conversation.lastChange = frame.data.change;
    else if (frame.data.change > conversation.lastChange)
        askForChanges(frame.data.conversationId);
}

void ScriptedClient::askForChanges(const ConversationId &id)
{
    if (std::ranges::find(m_pendingChanges, id) != m_pendingChanges.end())
        return;
    const QString request = uuidV7();
    m_pendingChanges.insert(request, id);
    write(request, ChangesRequest{id, m_conversations[id].lastChange, {}});
}

void ScriptedClient::apply(const ConversationId &id, const Changes &changes)
{
    for (const Message &message : changes.messages)
        keep(message);
    Conversation &conversation = m_conversations[id];
    conversation.lastChange = std::max(conversation.lastChange, changes.lastChange);
    if (changes.hasMore)
        askForChanges(id);
}

void ScriptedClient::keep(const Message &message)
{
    const QString key = message.clientMsgId.value_or(QString());
    m_record.events.push_back(
        {Event::Kind::Seen, m_user, message.conversationId, key, message.id, message.seq, message.change});
    m_conversations[message.conversationId].messages.insert(message.seq, {message.id, key});
}

void ScriptedClient::write(const QString &id, ClientFrame frame)
{
    m_socket->sendTextMessage(QString::fromUtf8(encode(ClientRequest{id, std::move(frame)})));
}

} // namespace Hearth::Rig
