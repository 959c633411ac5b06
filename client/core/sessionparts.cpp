// SPDX-License-Identifier: Apache-2.0
#include "core/session_p.h"

#include "wire/limits.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int peopleAskedAnew = 20; // of a conversation that is opened

struct Presences {
    QList<Presence> presences;
};

template<typename F, Const<Presences> T>
void describe(F &f, T &v)
{
    f.required("presences", v.presences);
}

} // namespace

Session::Private::Private(Session &session, Config given)
    : q(session)
    , config(std::move(given))
    , account(config.account.user.id.isEmpty() ? config.tokens.user : config.account)
    , timing(config.timing)
    , http(config.server)
    , credentials(http, timing, config.tokens)
    , rest(http, credentials)
    , store(config.dataDir)
    , roster(account.user.id)
    , connection(config.server, credentials, timing)
    , changeParts(new MessageChanges::Private{rest, store, connection, timing, account.user.id})
    , changes(std::unique_ptr<MessageChanges::Private>(changeParts))
    , fileParts(new Transfers::Private({http, credentials, store, connection, timing, config.dataDir}))
    , transfers(std::unique_ptr<Transfers::Private>(fileParts))
    , outbox(connection, store, fileParts->uploads, timing)
    , sync(connection, store, roster, timing, account.user.id)
    , reads(connection, store, timing)
    , people(rest, store)
    , typists(timing)
    , history(store, rest, roster, connection)
    , panes(session, rest, store, roster, people, connection, changes, account)
{
    join();
}

// Whatever waits is answered while all parts are there.
Session::Private::~Private()
{
    connection.close();
    http.abort();
    outbox.cancel();
    changeParts->cancel();
    fileParts->close();
    sync.cancel();
    store.close();
}

void Session::Private::join()
{
    connect(&credentials, &Credentials::changed, &q, &Session::tokensChanged);
    connect(&connection, &Connection::stateChanged, &q, &Session::connectionStateChanged);
    connect(&connection, &Connection::ready, &q, [this](const Hello &hello) { onReady(hello); });
    connect(&connection, &Connection::lost, &q, [this] { onLost(); });

    connect(&sync, &Sync::conversationsReset, &q, &Session::conversationsReset);
    connect(&sync, &Sync::conversationChanged, &q, &Session::conversationChanged);
    connect(&sync, &Sync::conversationRemoved, &q, [this](const ConversationId &id) { onRemoved(id); });
    connect(&sync, &Sync::membersChanged, &q, &Session::membersChanged);
    connect(&sync, &Sync::membersChanged, &followSoon, qOverload<>(&QTimer::start));
    followSoon.setSingleShot(true);
    followSoon.setInterval(200ms);
    connect(&followSoon, &QTimer::timeout, &q, [this] { followPresence(); });
    connect(&sync, &Sync::messagesStored, &q,
            [this](const ConversationId &id, const QList<Message> &messages) { onStored(id, messages); });
    connect(&sync, &Sync::messagesReset, &q, &Session::messagesReset);
    connect(&sync, &Sync::messageArrived, &q, &Session::messageArrived);
    connect(&sync, &Sync::readElsewhere, &q,
            [this](const ConversationId &id, qint64 seq) { markRead(id, seq, false); });
    connect(&sync, &Sync::typingHeard, &typists, &Typists::set);
    connect(&sync, &Sync::presenceHeard, &people, &People::setPresence);
    connect(&sync, &Sync::userHeard, &q, [this](const User &user) { onUser(user); });
    connect(&sync, &Sync::failed, &q, [this](const Error &error) { report(error); });

    connect(&outbox, &Outbox::changed, &q, &Session::outgoingChanged);
    connect(&outbox, &Outbox::acknowledged, &q, [this](const Message &message) { onAcknowledged(message); });
    connect(&changes, &MessageChanges::changed, &q,
            [this](const MessageRef &message) { onChanged(message); });
    connect(&changes, &MessageChanges::refused, &q, [this](const Error &error) { report(error); });
    connect(&people, &People::userChanged, &q, &Session::userChanged);
    connect(&people, &People::presenceChanged, &q, &Session::presenceChanged);
    connect(&typists, &Typists::changed, &q, &Session::typingChanged);
}

QCoro::Task<Result<void>> Session::Private::start()
{
    const auto state = co_await store.open();
    if (!state)
        co_return fail(state.error());
    roster.load(*state);
    people.load(state->users);
    outbox.load(state->outbox);
    changeParts->load(state->changes);
    reads.load(state->unsentReads);
    sync.load(state->epoch, state->since);
    panes.load(*state);
    Q_EMIT q.conversationsReset();
    if (state->mended)
        report(*state->mended);
    connection.open();
    co_return Result<void>();
}

void Session::Private::onReady(const Hello &hello)
{
    account = hello.user;
    fileParts->uploads.setLimit(hello.limits.fileBytes);
    people.keep({account.user});
    people.setOnline(true);
    receiptsFresh.clear();
    if (const auto status = std::exchange(presenceToSay, std::nullopt))
        connection.send(UpdatePresence{*status});
    followPresence();
}

void Session::Private::onLost()
{
    followed.clear();
    people.setOnline(false);
    typingSaid.clear();
    typists.clear();
}

void Session::Private::onUser(const User &user)
{
    if (user.id == account.user.id)
        account.user = user;
    people.keep({user});
}

// A message of one's own takes the place of its outgoing entry in one step.
void Session::Private::onStored(const ConversationId &id, const QList<Message> &messages)
{
    bool confirmed = false;
    QList<Member> moved;
    for (const Message &message : messages) {
        typists.set(id, message.senderId, false);
        // Who writes has read what stands above.
        if (const auto member = roster.advance(id, message.senderId, message.seq, message.seq))
            moved.append(*member);
        if (message.senderId == account.user.id && message.clientMsgId)
            confirmed |= outbox.confirm(*message.clientMsgId);
    }
    if (!moved.isEmpty())
        store.saveMembers(id, moved);
    changeParts->take(messages);
    QList<Message> shown;
    for (const Message &message : messages)
        shown.append(changes.applied(message));
    Q_EMIT q.messagesChanged(id, shown);
    if (!moved.isEmpty())
        Q_EMIT q.membersChanged(id);
    if (confirmed)
        Q_EMIT q.outgoingChanged(id);
}

// Known before the ack came: shown already, about to be (the store answers in order), or in a gap.
QCoro::Task<void> Session::Private::onAcknowledged(Message message)
{
    if (sync.observe(message) || !message.clientMsgId)
        co_return;
    co_await store.removeOutgoing(*message.clientMsgId);
    if (outbox.confirm(*message.clientMsgId))
        Q_EMIT q.outgoingChanged(message.conversationId);
}

QCoro::Task<void> Session::Private::onChanged(MessageRef message)
{
    const QString condition = u"conversation_id = ? AND seq = ?"_s;
    const QVariantList values{message.conversationId, message.seq};
    const auto stored = co_await store.select(condition, values, 1);
    if (!stored || stored->isEmpty() || !roster.find(message.conversationId))
        co_return;
    Q_EMIT q.messagesChanged(message.conversationId, {changes.applied(stored->first())});
    if (message.seq == roster.find(message.conversationId)->lastSeq)
        Q_EMIT q.conversationChanged(message.conversationId);
}

QCoro::Task<Result<MessageSlice>> Session::Private::applied(QCoro::Task<Result<MessageSlice>> task)
{
    auto slice = co_await std::move(task);
    if (slice) {
        for (Message &message : slice->messages)
            message = changes.applied(std::move(message));
    }
    co_return slice;
}

ConversationSummary Session::Private::applied(ConversationSummary summary) const
{
    auto &last = summary.conversation.lastMessage;
    if (last)
        last = changes.applied(std::move(*last));
    return summary;
}

void Session::Private::onRemoved(const ConversationId &id)
{
    outbox.forget(id);
    changeParts->forget(id);
    Q_EMIT q.conversationsReset();
}

void Session::Private::markRead(const ConversationId &id, qint64 seq, bool tellServer)
{
    const Conversation *conversation = roster.find(id);
    if (!conversation)
        return;
    const qint64 before = conversation->my.readSeq;
    if (!roster.markRead(id, seq))
        return;
    const qint64 read = conversation->my.readSeq;
    if (tellServer)
        reads.mark(id, read);
    store.saveConversation(*conversation);
    if (conversation->my.unreadCount > 0)
        recountUnread(id, before + 1, read);
    Q_EMIT q.conversationChanged(id);
}

QCoro::Task<void> Session::Private::recountUnread(ConversationId id, qint64 from, qint64 to)
{
    const MessageTable::Range range{from, to};
    const auto count = co_await store.countUnread(id, range, account.user.id);
    if (!count || *count == 0 || !roster.find(id))
        co_return;
    roster.lowerUnread(id, *count);
    store.saveConversation(*roster.find(id));
    Q_EMIT q.conversationChanged(id);
}

// Who is there now: the people of direct conversations first, then those of groups.
QCoro::Task<void> Session::Private::followPresence()
{
    SubscribePresence frame;
    for (const ConversationType type : {ConversationType::Direct, ConversationType::Group}) {
        for (const ConversationId &id : roster.ids()) {
            const auto members = roster.find(id)->type == type ? roster.members(id) : QList<Member>();
            for (const Member &member : members) {
                if (member.userId != account.user.id && !frame.userIds.contains(member.userId)
                    && frame.userIds.size() < Limits::presenceSubscriptions)
                    frame.userIds.append(member.userId);
            }
        }
    }
    if (!connection.isReady() || frame.userIds == followed)
        co_return;
    followed = frame.userIds;
    const auto answer = co_await connection.request(frame);
    if (!answer)
        co_return;
    if (const auto there = fromJson<Presences>(*answer)) {
        for (const Presence &presence : there->presences)
            people.setPresence(presence);
    }
}

void Session::Private::refreshShown(const ConversationId &id)
{
    refreshReceipts(id);
    int asked = 0;
    for (const Member &member : roster.members(id)) {
        if (member.userId != account.user.id && asked++ < peopleAskedAnew)
            people.lookAgain(member.userId);
    }
}

// Receipts are not counted as changes, so a conversation that is shown asks for the members' marks.
QCoro::Task<void> Session::Private::refreshReceipts(ConversationId id)
{
    if (!connection.isReady() || receiptsFresh.contains(id))
        co_return;
    receiptsFresh.insert(id);
    const QString path = "/api/v1/conversations/"_L1 + id;
    const auto conversation = co_await rest.get<Conversation>(path);
    if (!conversation || !conversation->members || !roster.find(id))
        co_return;
    QList<Member> moved;
    for (const Member &member : *conversation->members) {
        if (const auto now = roster.advance(id, member.userId, member.deliveredSeq, member.readSeq))
            moved.append(*now);
    }
    if (moved.isEmpty())
        co_return;
    store.saveMembers(id, moved);
    Q_EMIT q.membersChanged(id);
}

QCoro::Task<Result<ConversationId>> Session::Private::create(CreateConversation request)
{
    const QByteArray body = toJson(request);
    const QString path = u"/api/v1/conversations"_s;
    const auto conversation = co_await rest.post<Conversation>(path, body);
    if (!conversation)
        co_return fail(conversation.error());
    co_await sync.adopt(*conversation);
    followPresence();
    co_return conversation->id;
}

void Session::Private::report(const Error &error)
{
    Q_EMIT q.failed(error);
}

} // namespace Hearth
