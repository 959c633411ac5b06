// SPDX-License-Identifier: Apache-2.0
#include "rig/scriptedclient.h"

#include "util/uuid.h"

#include <QNetworkRequest>
#include <QPointer>

namespace Hearth::Rig {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto heartbeat = 3s;
constexpr auto retryDelay = 500ms;

QUrl restBeside(QUrl server)
{
    server.setScheme(server.scheme() == "wss"_L1 ? u"https"_s : u"http"_s);
    server.setPath({});
    return server;
}

} // namespace

ScriptedClient::ScriptedClient(UserId user, QUrl server, QString token, Record &record)
    : m_user(std::move(user))
    , m_server(std::move(server))
    , m_token(std::move(token))
    , m_record(record)
    , m_http(restBeside(m_server))
{
    m_reconnect.setSingleShot(true);
    m_reconnect.setInterval(100ms);
    m_retry.setSingleShot(true);
    connect(&m_reconnect, &QTimer::timeout, this, &ScriptedClient::connectToServer);
    connect(&m_heartbeat, &QTimer::timeout, this, &ScriptedClient::beat);
    connect(&m_retry, &QTimer::timeout, this, [this] {
        for (const Outgoing &outgoing : std::as_const(m_outbox)) {
            if (m_online)
                transmit(outgoing);
        }
    });
}

ScriptedClient::~ScriptedClient()
{
    dropSocket();
}

void ScriptedClient::dropSocket()
{
    m_heartbeat.stop();
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->abort();
        m_socket.release()->deleteLater(); // it may be what calls
    }
}

void ScriptedClient::connectToServer()
{
    dropSocket();
    m_online = false;
    m_pendingChanges.clear();
    m_silentBeats = 0;
    m_socket = std::make_unique<QWebSocket>();
    m_socket->setMaxAllowedIncomingFrameSize(16 * 1024 * 1024);
    m_socket->setMaxAllowedIncomingMessageSize(16 * 1024 * 1024);
    connect(m_socket.get(), &QWebSocket::textMessageReceived, this, &ScriptedClient::received);
    connect(m_socket.get(), &QWebSocket::stateChanged, this, [this](QAbstractSocket::SocketState state) {
        if (state == QAbstractSocket::UnconnectedState) {
            m_online = false;
            m_reconnect.start();
        }
    });
    m_heartbeat.start(heartbeat);
    QNetworkRequest request(m_server);
    request.setRawHeader("Authorization", "Bearer " + m_token.toLatin1());
    m_socket->open(request);
}

// A connection on which nothing comes any more is as good as none.
void ScriptedClient::beat()
{
    if (++m_silentBeats >= m_patience) {
        m_online = false;
        dropSocket();
        m_reconnect.start();
    } else if (m_socket->state() == QAbstractSocket::ConnectedState) {
        write(u"ping"_s, Ping{});
    }
}

void ScriptedClient::send(const ConversationId &conversation, const QString &content)
{
    MessageDraft draft;
    draft.content = content;
    sendDraft(conversation, std::move(draft));
}

void ScriptedClient::sendDraft(const ConversationId &conversation, MessageDraft draft)
{
    const QString key = uuidV7();
    draft.clientMsgId = key;
    ask({Event::Kind::Acked, m_user, conversation, key}, SendMessage{conversation, std::move(draft)}, key);
}

void ScriptedClient::ask(Event done, ClientFrame frame, QString id)
{
    m_outbox += {id.isEmpty() ? uuidV7() : std::move(id), std::move(frame), std::move(done)};
    if (m_online && !m_retry.isActive())
        transmit(m_outbox.last());
}

void ScriptedClient::transmit(const Outgoing &outgoing)
{
    if (outgoing.done.kind == Event::Kind::Acked)
        m_record.add({Event::Kind::Sent, m_user, outgoing.done.conversation, outgoing.done.clientMsgId});
    write(outgoing.id, outgoing.frame);
}

void ScriptedClient::received(const QString &text)
{
    m_silentBeats = 0;
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
    m_named.clear();
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
    return m_online && m_outbox.isEmpty() && m_pendingChanges.isEmpty() && m_reading.isEmpty();
}

QString ScriptedClient::unsettled() const
{
    return u"%1: %2, %3 to be answered, %4 changes and %5 histories on their way"_s
        .arg(m_user, m_online ? u"online"_s : u"offline"_s)
        .arg(m_outbox.size())
        .arg(m_pendingChanges.size())
        .arg(m_reading.size());
}

void ScriptedClient::recordFinalState() const
{
    for (auto it = m_conversations.begin(); it != m_conversations.end(); ++it)
        m_record.finalStates[m_user][it.key()] = it->messages;
}

void ScriptedClient::on(const SyncHeads &frame)
{
    for (const Head &head : frame.heads) {
        m_named.insert(head.conversationId);
        Conversation &conversation = m_conversations[head.conversationId];
        if (!conversation.whole)
            readHistory(head.conversationId);
        if (head.lastChange > conversation.lastChange)
            askForChanges(head.conversationId);
    }
}

// Who syncs from the beginning is told all that they are in.
void ScriptedClient::on(const SyncDone &)
{
    for (const ConversationId &id : m_conversations.keys()) {
        if (!m_named.contains(id))
            forget(id);
    }
    m_online = true;
    m_retry.stop();
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
    const auto outgoing = std::ranges::find(m_outbox, frame.id, &Outgoing::id);
    if (outgoing == m_outbox.end())
        return;
    Event done = outgoing->done;
    if (done.kind != Event::Kind::Marked) {
        const auto message = fromJson<Message>(frame.data);
        if (!message)
            qFatal("unreadable ack: %s", qPrintable(message.error().detail));
        done.messageId = message->id;
        done.change = message->change;
        if (done.kind == Event::Kind::Acked) {
            done.conversation = message->conversationId;
            done.clientMsgId = message->clientMsgId.value_or(QString());
            done.seq = message->seq;
            m_done = {*outgoing};
        }
    }
    m_record.add(done);
    m_outbox.erase(outgoing);
}

// `unavailable` while the store is away: the same again, a little later.
void ScriptedClient::on(const ErrorFrame &frame)
{
    if (frame.id == u"sync"_s || !frame.id) {
        m_socket->close(); // and all from the start
        return;
    }
    if (const ConversationId conversation = m_pendingChanges.take(*frame.id); !conversation.isEmpty()) {
        if (isRetryable(frame.error.code))
            m_socket->close();
        else
            forget(conversation); // removed meanwhile
        return;
    }
    const auto outgoing = std::ranges::find(m_outbox, *frame.id, &Outgoing::id);
    if (outgoing == m_outbox.end())
        return;
    if (isRetryable(frame.error.code)) {
        retryLater(std::chrono::milliseconds(frame.error.retryAfterMs.value_or(retryDelay.count())));
        return;
    }
    Event refused = outgoing->done;
    refused.kind = Event::Kind::Refused;
    refused.text = wireName(frame.error.code) + ": "_L1 + frame.error.detail;
    m_record.add(refused);
    m_outbox.erase(outgoing);
}

void ScriptedClient::retryLater(std::chrono::milliseconds delay)
{
    if (!m_retry.isActive())
        m_retry.start(delay);
}

void ScriptedClient::on(const NewMessage &frame)
{
    keep(frame.data);
    countReply(frame.data, +1);
    passed(frame.data.conversationId, frame.data.change);
}

void ScriptedClient::on(const MessageDeleted &frame)
{
    countReply(frame.data, -1);
    changed(frame.data);
}

void ScriptedClient::changed(const Message &message)
{
    keep(message);
    passed(message.conversationId, message.change);
}

void ScriptedClient::reacted(const ReactionFields &frame)
{
    const auto conversation = m_conversations.find(frame.conversationId);
    if (conversation != m_conversations.end()) {
        const auto message = conversation->messages.find(conversation->places.value(frame.messageId));
        if (message != conversation->messages.end() && message->state.change < frame.change) {
            message->state.reactions = frame.reactions;
            message->state.change = frame.change;
        }
    }
    passed(frame.conversationId, frame.change);
}

// The first message of a thread changes with each reply, under the reply's number.
void ScriptedClient::countReply(const Message &reply, int by)
{
    const auto conversation = m_conversations.find(reply.conversationId);
    if (!reply.threadRootId || conversation == m_conversations.end())
        return;
    const auto root = conversation->messages.find(conversation->places.value(*reply.threadRootId));
    if (root == conversation->messages.end() || root->state.change >= reply.change)
        return;
    const int count = root->state.replyCount.value_or(0) + by;
    root->state.replyCount = count > 0 ? std::optional(count) : std::nullopt;
    root->state.change = reply.change;
}

void ScriptedClient::marked(Event::Kind kind, const ReceiptFields &frame)
{
    m_record.add({kind, m_user, frame.conversationId, {}, {}, frame.seq, 0, frame.userId});
}

void ScriptedClient::on(const ConversationCreated &frame)
{
    readHistory(frame.conversationId);
    askForChanges(frame.conversationId);
}

void ScriptedClient::on(const MemberRemoved &frame)
{
    if (frame.data.userId == m_user)
        forget(frame.conversationId);
    else
        passed(frame.conversationId, frame.change);
}

void ScriptedClient::passed(const ConversationId &id, qint64 change)
{
    Conversation &conversation = m_conversations[id];
    if (change == conversation.lastChange + 1)
        conversation.lastChange = change;
    else if (change > conversation.lastChange)
        askForChanges(id);
}

void ScriptedClient::forget(const ConversationId &id)
{
    m_conversations.remove(id);
    m_pendingChanges.removeIf(
        [&id](QHash<QString, ConversationId>::iterator it) { return it.value() == id; });
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
    Conversation &conversation = m_conversations[id];
    const bool wasBehind = changes.lastChange > conversation.lastChange;
    for (const Message &message : changes.messages)
        keep(message);
    conversation.lastChange = std::max(conversation.lastChange, changes.lastChange);
    if (changes.tooFar)
        readHistory(id); // what lies before the snapshot may have changed, too
    if (changes.hasMore && wasBehind && !changes.tooFar)
        askForChanges(id);
}

// All of it, page by page: for who joins, and who was away for long.
QCoro::Task<void> ScriptedClient::readHistory(ConversationId id)
{
    if (m_reading.contains(id))
        co_return;
    m_reading.insert(id);
    const QPointer<ScriptedClient> self(this);
    qint64 after = 0;
    for (bool more = true; more;) {
        HttpCall call{"GET", u"/api/v1/conversations/%1/messages"_s.arg(id)};
        call.query.addQueryItem(u"limit"_s, u"100"_s);
        call.query.addQueryItem(u"after_seq"_s, QString::number(after));
        const auto answer = co_await m_http.send(call, m_token);
        if (!self)
            co_return;
        const auto page =
            answer.and_then([](const QJsonObject &json) { return fromJson<Page<Message>>(json); });
        if (!page) {
            m_reading.remove(id);
            if (isRetryable(page.error().code) && m_socket)
                m_socket->close(); // the next sync asks again
            else if (!isRetryable(page.error().code))
                forget(id);
            co_return;
        }
        for (const Message &message : page->items) {
            keep(message);
            after = std::max(after, message.seq);
        }
        more = page->hasMore;
    }
    m_reading.remove(id);
    m_conversations[id].whole = true;
}

void ScriptedClient::keep(const Message &message)
{
    const QString key = message.clientMsgId.value_or(QString());
    m_record.add(
        {Event::Kind::Seen, m_user, message.conversationId, key, message.id, message.seq, message.change});
    Conversation &conversation = m_conversations[message.conversationId];
    const auto known = conversation.messages.constFind(message.seq);
    if (known != conversation.messages.constEnd() && known->state.change > message.change)
        return;
    conversation.messages.insert(message.seq, {message.id, key, message});
    conversation.places.insert(message.id, message.seq);
}

void ScriptedClient::write(const QString &id, ClientFrame frame)
{
    m_socket->sendTextMessage(QString::fromUtf8(encode(ClientRequest{id, std::move(frame)})));
}

} // namespace Hearth::Rig
