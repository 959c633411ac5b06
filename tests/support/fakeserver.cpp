// SPDX-License-Identifier: Apache-2.0
#include "support/fakeserver.h"

#include "util/uuid.h"

#include <QUrlQuery>

#include <algorithm>

namespace Hearth::Test {

using namespace Qt::Literals::StringLiterals;

namespace {

void setReaction(Message &message, const QString &emoji, const UserId &user, bool on)
{
    auto reaction = std::ranges::find(message.reactions, emoji, &Reaction::emoji);
    if (reaction == message.reactions.end()) {
        message.reactions.append({emoji, 0, {}});
        reaction = std::prev(message.reactions.end());
    }
    reaction->userIds.removeAll(user);
    if (on)
        reaction->userIds.append(user);
    reaction->count = int(reaction->userIds.size());
    if (reaction->count == 0)
        message.reactions.erase(reaction);
}

} // namespace

FakeServer::FakeServer()
    : m_upgrades(u"fake"_s, QWebSocketServer::NonSecureMode)
{
    connect(&m_listener, &QTcpServer::newConnection, this, &FakeServer::onConnection);
    connect(&m_upgrades, &QWebSocketServer::newConnection, this, [this] {
        while (QWebSocket *socket = m_upgrades.nextPendingConnection())
            greet(socket);
    });
    startAgain();
}

FakeServer::~FakeServer()
{
    for (QWebSocket *socket : std::as_const(m_sockets))
        socket->disconnect(this);
}

QUrl FakeServer::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_port));
}

void FakeServer::stop()
{
    m_listener.close();
    abortAll();
}

void FakeServer::startAgain()
{
    m_listener.listen(QHostAddress::LocalHost, m_port);
    m_port = m_listener.serverPort();
}

ConversationId FakeServer::addRoom()
{
    Room room;
    room.conversation.id = uuidV7();
    room.conversation.memberCount = 2;
    room.conversation.members = {Member{self()}, Member{u"ana"_s}};
    room.conversation.lastChange = 1;
    rooms.insert(room.conversation.id, room);
    return room.conversation.id;
}

Message FakeServer::post(const ConversationId &id, const UserId &sender, const QString &text,
                         const QString &clientMsgId, const QList<File> &attachments)
{
    Room &room = rooms[id];
    for (const Message &old : std::as_const(room.messages)) {
        if (!clientMsgId.isEmpty() && old.clientMsgId == clientMsgId)
            return old;
    }
    Message message;
    message.id = uuidV7();
    message.conversationId = id;
    message.seq = ++room.conversation.lastSeq;
    message.change = ++room.conversation.lastChange;
    message.senderId = sender;
    if (!clientMsgId.isEmpty())
        message.clientMsgId = clientMsgId;
    message.content = text;
    message.attachments = attachments;
    message.createdAt = now();
    room.messages.append(message);
    if (sender == self())
        room.conversation.my.unreadCount = 0;
    else
        ++room.conversation.my.unreadCount;
    if (live)
        publish(NewMessage{message});
    return message;
}

Message FakeServer::edit(const ConversationId &id, qint64 seq, const QString &text)
{
    Message &message = rooms[id].messages[seq - 1];
    message.content = text;
    message.isEdited = true;
    message.change = ++rooms[id].conversation.lastChange;
    return message;
}

void FakeServer::change(const MessageId &id, const std::function<void(Message &)> &how)
{
    Message &message = *find(id);
    how(message);
    message.change = ++rooms[message.conversationId].conversation.lastChange;
    if (live)
        publish(MessageUpdated{message});
}

Message *FakeServer::find(const MessageId &id)
{
    for (Room &room : rooms) {
        const auto message = std::ranges::find(room.messages, id, &Message::id);
        if (message != room.messages.end())
            return &*message;
    }
    return nullptr;
}

void FakeServer::publish(const ServerFrame &frame)
{
    if (publisher)
        return publisher(frame);
    publishText(QString::fromUtf8(encode(frame)));
}

void FakeServer::publishText(const QString &text)
{
    for (QWebSocket *socket : std::as_const(m_sockets))
        socket->sendTextMessage(text);
}

void FakeServer::releaseAnswers()
{
    holdsAnswers = false;
    for (const HeldAnswer &answer : std::exchange(m_held, {}))
        send(answer);
}

void FakeServer::closeAll(int code)
{
    for (QWebSocket *socket : QList(m_sockets))
        socket->close(QWebSocketProtocol::CloseCode(code));
}

void FakeServer::abortAll()
{
    for (QWebSocket *socket : QList(m_sockets))
        socket->abort();
    for (const HeldAnswer &answer : std::exchange(m_held, {})) {
        if (answer.socket)
            answer.socket->abort();
    }
}

void FakeServer::onConnection()
{
    while (QTcpSocket *socket = m_listener.nextPendingConnection()) {
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { onHead(socket); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }
}

void FakeServer::onHead(QTcpSocket *socket)
{
    const QByteArray head = socket->peek(64 * 1024);
    const qsizetype end = head.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    const QList<QByteArray> request = head.left(head.indexOf("\r\n")).split(' ');
    const bool authorized = head.contains("Authorization: Bearer " + validToken.toUtf8() + "\r\n");
    const QUrl target(QString::fromUtf8(request[1]));
    if (target.path() == "/ws"_L1) {
        ++handshakes;
        if (authorized) {
            socket->disconnect(this);
            m_upgrades.handleConnection(socket);
            Q_EMIT socket->readyRead();
            return;
        }
    }
    if (target.path().startsWith("/api/v1/files"_L1)) {
        socket->disconnect(this);
        files.serve(socket, target.path(), authorized);
        return;
    }
    const bool hasBody = head.contains("Content-Length: ") && !head.contains("Content-Length: 0\r\n");
    if (hasBody && !head.mid(end + 4).endsWith('}'))
        return; // the body is still on its way
    socket->readAll();
    int status = 200;
    QByteArray body;
    Query query;
    for (const auto &[name, value] : QUrlQuery(target).queryItems())
        query.insert(name, value.toLongLong());
    if (target.path() == "/api/v1/auth/refresh"_L1 && head.contains(validRefreshToken.toUtf8())) {
        ++renewals;
        body = toJson(AuthTokens{validToken, validRefreshToken, u"Bearer"_s, expiresIn, account()});
    } else if (authorized) {
        body = rest({request[0], target.path(), query, head.mid(end + 4)}, status);
    } else {
        status = 401;
        body = toJson(Problem{{ErrorCode::Unauthorized, u"No."_s, {}, {}}, u"r"_s});
    }
    const QByteArray answer = "HTTP/1.1 " + QByteArray::number(status)
        + " X\r\nConnection: close\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    if (holdsAnswers && request[0] != "GET")
        m_held.append({socket, answer});
    else
        send({socket, answer});
}

void FakeServer::send(const HeldAnswer &answer)
{
    if (!answer.socket)
        return;
    answer.socket->write(answer.bytes);
    answer.socket->disconnectFromHost();
}

QByteArray FakeServer::rest(const Request &request, int &status)
{
    const auto &[method, path, query, body] = request;
    const QString id = path.section(u'/', 4, 4);
    if (path.startsWith("/api/v1/messages/"_L1)) {
        if (Message *message = find(id))
            return restOfMessage(request, *message, status);
    }
    if (path.endsWith("/messages"_L1) && rooms.contains(id)) {
        const QList<Message> &all = rooms[id].messages;
        const qint64 limit = query.value(u"limit"_s, 50);
        qint64 to = query.contains(u"before_seq"_s) ? query.value(u"before_seq"_s) - 1 : qint64(all.size());
        if (query.contains(u"after_seq"_s))
            to = std::min(query.value(u"after_seq"_s) + limit, qint64(all.size()));
        if (query.contains(u"around_seq"_s))
            to = std::min(query.value(u"around_seq"_s) + limit / 2, qint64(all.size()));
        const qint64 from = std::max<qint64>(to - limit, query.value(u"after_seq"_s, 0));
        Page<Message> page;
        page.items = all.mid(from, to - from);
        std::ranges::reverse(page.items);
        page.hasMore = query.contains(u"after_seq"_s) ? to < all.size() : from > 0;
        return toJson(page);
    }
    if (path.startsWith("/api/v1/conversations/"_L1) && rooms.contains(id))
        return toJson(rooms[id].conversation);
    if (path.startsWith("/api/v1/users/"_L1))
        return toJson(User{id, id, id.toUpper()});
    status = 404;
    return toJson(Problem{{ErrorCode::NotFound, u"No."_s, {}, {}}, u"r"_s});
}

QByteArray FakeServer::restOfMessage(const Request &request, Message &message, int &status)
{
    const QString part = request.path.section(u'/', 5, 5);
    if (request.method == "GET")
        return toJson(message);
    changesSeen += QString::fromLatin1(request.method) + u' ' + request.path.section(u'/', 5);
    const bool off = request.method == "DELETE";
    if (part == "reactions"_L1) {
        const QString emoji = off ? QUrl::fromPercentEncoding(request.path.section(u'/', 6, 6).toUtf8())
                                  : parse<ReactionRequest>(request.body)->emoji;
        change(message.id, [&](Message &changed) { setReaction(changed, emoji, self(), !off); });
    } else if (part == "pin"_L1) {
        change(message.id, [&](Message &changed) { changed.pinned = !off; });
    } else if (off) {
        change(message.id, [](Message &changed) {
            changed.isDeleted = true;
            changed.content.clear();
        });
    } else {
        const auto edit = parse<MessageEdit>(request.body);
        if (const auto refusal = refusals.constFind(edit->content); refusal != refusals.cend()) {
            status = httpStatus(refusal->code);
            return toJson(Problem{*refusal, u"r"_s});
        }
        change(message.id, [&](Message &changed) {
            changed.content = edit->content;
            changed.isEdited = true;
        });
    }
    status = off ? 204 : 200;
    return off ? QByteArray() : toJson(message);
}

Account FakeServer::account() const
{
    return {User{self(), self(), u"Me"_s}};
}

void FakeServer::greet(QWebSocket *socket)
{
    socket->setParent(this);
    m_sockets.append(socket);
    connect(socket, &QWebSocket::disconnected, this, [this, socket] {
        m_sockets.removeOne(socket);
        socket->deleteLater();
    });
    connect(socket, &QWebSocket::textMessageReceived, this,
            [this, socket](const QString &text) { onText(socket, text); });
    Hello hello;
    hello.user = account();
    hello.serverVersion = u"fake"_s;
    hello.heartbeatMs = heartbeatMs;
    hello.epoch = epoch;
    hello.serverTime = now();
    hello.limits.fileBytes = fileLimit;
    if (!mute)
        socket->sendTextMessage(QString::fromUtf8(encode(ServerFrame(hello))));
}

void FakeServer::onText(QWebSocket *socket, const QString &text)
{
    const auto request = decodeClientFrame(text.toUtf8());
    if (!request)
        qFatal("the client sent a frame that does not decode: %s", qPrintable(request.error().error.detail));
    m_seen.append(request->frame);
    if (mute || !request->id)
        return;
    const QString id = *request->id;
    const QByteArray reply = std::visit([&](const auto &frame) { return answer(id, frame); }, request->frame);
    if (losesAcks && std::holds_alternative<SendMessage>(request->frame))
        return socket->abort();
    for (const QByteArray &frame : reply.split('\n'))
        socket->sendTextMessage(QString::fromUtf8(frame));
}

QByteArray FakeServer::answer(const QString &id, const SendMessage &frame)
{
    if (const auto refusal = refusals.constFind(frame.draft.content); refusal != refusals.cend())
        return encode(ServerFrame(ErrorFrame{id, *refusal}));
    QList<File> attachments;
    for (const QString &file : frame.draft.attachmentIds) {
        if (!files.files.contains(file))
            return encode(ServerFrame(
                ErrorFrame{id, {ErrorCode::InvalidField, u"No such file."_s, u"/attachment_ids/0"_s, {}}}));
        attachments.append(files.files[file]);
    }
    if (!acksFirst)
        return encodeAck(
            id,
            post(frame.conversationId, self(), frame.draft.content, *frame.draft.clientMsgId, attachments));
    live = false;
    const Message message =
        post(frame.conversationId, self(), frame.draft.content, *frame.draft.clientMsgId, attachments);
    live = true;
    return encodeAck(id, message) + '\n' + encode(ServerFrame(NewMessage{message}));
}

QByteArray FakeServer::answer(const QString &id, const ChangesRequest &frame)
{
    if (!rooms.contains(frame.conversationId))
        return encode(ServerFrame(ErrorFrame{id, {ErrorCode::NotFound, u"No."_s, {}, {}}}));
    const Changes read = changes(rooms[frame.conversationId], frame.since, frame.limit.value_or(200));
    if (beforeChangesAnswer)
        beforeChangesAnswer();
    return encodeAck(id, read);
}

QByteArray FakeServer::answer(const QString &id, const SyncRequest &)
{
    SyncHeads heads;
    for (const Room &room : std::as_const(rooms)) {
        const Conversation &c = room.conversation;
        heads.heads.append({c.id, c.lastChange, c.lastSeq, c.my});
    }
    return encode(ServerFrame(heads)) + '\n' + encode(ServerFrame(SyncDone{id, now(), epoch}));
}

Changes FakeServer::changes(const Room &room, qint64 since, int limit) const
{
    Changes changes;
    changes.lastChange = room.conversation.lastChange;
    if (since == 0 || changes.lastChange - since > tooFarAfter) {
        changes.tooFar = true;
        changes.conversation = room.conversation;
        changes.messages = room.messages.mid(std::max<qsizetype>(0, room.messages.size() - 50));
        return changes;
    }
    for (const Message &message : room.messages) {
        if (message.change > since)
            changes.messages.append(message);
    }
    std::ranges::sort(changes.messages, {}, &Message::change);
    if (changes.messages.size() > limit) {
        changes.messages = changes.messages.first(limit);
        changes.lastChange = changes.messages.last().change;
        changes.hasMore = true;
    }
    return changes;
}

} // namespace Hearth::Test
