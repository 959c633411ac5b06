// SPDX-License-Identifier: Apache-2.0
#include "fakesession.h"

#include "util/uuid.h"

namespace Hearth {

struct Session::Private {
    Config config;
    Test::FakeSession fake;
};

namespace Test {

namespace {

QHash<const Session *, FakeSession *> &fakes()
{
    static QHash<const Session *, FakeSession *> all;
    return all;
}

} // namespace

FakeSession &fakeOf(const Session &session)
{
    return *fakes().value(&session);
}

FakeServerAnswers &serverAnswers()
{
    static FakeServerAnswers answers;
    return answers;
}

User person(const UserId &id, const QString &name)
{
    User user;
    user.id = id;
    user.username = id;
    user.displayName = name;
    return user;
}

Session::Config configFor(const User &user)
{
    Account account;
    account.user = user;
    return {.server = QUrl(QStringLiteral("http://localhost:9097")),
            .dataDir = {},
            .tokens = {},
            .account = account};
}

ConversationSummary &FakeSession::addDirect(const ConversationId &id, const User &other)
{
    users.insert(other.id, other);
    ConversationSummary summary;
    summary.conversation.id = id;
    summary.conversation.memberCount = 2;
    summary.directWith = other.id;
    Member member;
    member.userId = other.id;
    members[id] = {member};
    return *conversations.insert(id, summary);
}

ConversationSummary &FakeSession::addGroup(const ConversationId &id, const QString &name,
                                           const QList<User> &people)
{
    ConversationSummary summary;
    summary.conversation.id = id;
    summary.conversation.type = ConversationType::Group;
    summary.conversation.name = name;
    summary.conversation.memberCount = int(people.size()) + 1;
    for (const User &user : people) {
        users.insert(user.id, user);
        Member member;
        member.userId = user.id;
        members[id].append(member);
    }
    return *conversations.insert(id, summary);
}

Message &FakeSession::post(const ConversationId &id, const UserId &sender, const QString &text, Timestamp at)
{
    Conversation &conversation = conversations[id].conversation;
    Message message;
    message.id = uuidV7();
    message.conversationId = id;
    message.senderId = sender;
    message.clientMsgId = uuidV7();
    message.content = text;
    message.createdAt = at;
    message.seq = ++conversation.lastSeq;
    message.change = ++conversation.lastChange;
    conversation.lastMessage = message;
    messages[id].append(message);
    return messages[id].last();
}

// Messages by their place in the list, which is their seq less one.
Result<MessageSlice> FakeSession::page(const ConversationId &id, qint64 from, qint64 to)
{
    ++pagesAsked;
    if (refusal)
        return fail(*refusal);
    const QList<Message> all = messages.value(id);
    const qint64 first = std::clamp<qint64>(from, 0, all.size());
    const qint64 last = std::clamp<qint64>(to, first, all.size());
    return MessageSlice{all.mid(first, last - first), first > 0, last < all.size()};
}

} // namespace Test

Session::Session(Config config, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(Private{std::move(config), {}}))
{
    Test::fakes().insert(this, &d->fake);
    d->fake.account = d->config.account;
    d->fake.users.insert(userId(), d->fake.account.user);
    d->fake.presence.insert(userId(), PresenceStatus::Online);
}

Session::~Session()
{
    Test::fakes().remove(this);
}

QCoro::Task<Result<void>> Session::start()
{
    co_return Result<void>();
}

const Account &Session::account() const
{
    return d->fake.account;
}
const UserId &Session::userId() const
{
    return d->fake.account.user.id;
}
const QUrl &Session::server() const
{
    return d->config.server;
}
ConnectionState Session::connectionState() const
{
    return d->fake.state;
}
std::optional<Timestamp> Session::nextAttemptAt() const
{
    return d->fake.nextAttempt;
}
void Session::reconnectNow()
{
    ++d->fake.reconnects;
}
void Session::reconnectAnew()
{
    ++d->fake.reconnectsAnew;
}
qint64 Session::storedBytes() const
{
    return d->fake.storedBytes;
}
QCoro::Task<Result<void>> Session::clearStored()
{
    if (d->fake.refusal)
        co_return fail(*d->fake.refusal);
    d->fake.storedBytes = 0;
    co_return Result<void>();
}
void Session::useTokens(const AuthTokens &tokens)
{
    d->fake.refreshToken = tokens.refreshToken;
    d->fake.accessToken = tokens.accessToken;
}
QList<ConversationSummary> Session::conversations() const
{
    return d->fake.conversations.values();
}

std::optional<ConversationSummary> Session::conversation(const ConversationId &id) const
{
    const auto found = d->fake.conversations.constFind(id);
    return found == d->fake.conversations.constEnd() ? std::nullopt : std::optional(*found);
}

User Session::user(const UserId &id) const
{
    return d->fake.users.value(id, Test::person(id, id));
}
PresenceStatus Session::presence(const UserId &id) const
{
    return d->fake.presence.value(id, PresenceStatus::Offline);
}
QList<UserId> Session::typing(const ConversationId &id) const
{
    return d->fake.typing.value(id);
}
QList<Member> Session::members(const ConversationId &id) const
{
    return d->fake.members.value(id);
}

QCoro::Task<Result<MessageSlice>> Session::newest(ConversationId id, int limit)
{
    const qsizetype count = d->fake.messages.value(id).size();
    co_return d->fake.page(id, count - limit, count);
}

QCoro::Task<Result<MessageSlice>> Session::before(ConversationId id, qint64 seq, int limit)
{
    co_return d->fake.page(id, seq - 1 - limit, seq - 1);
}

QCoro::Task<Result<MessageSlice>> Session::after(ConversationId id, qint64 seq, int limit)
{
    co_return d->fake.page(id, seq, seq + limit);
}

QCoro::Task<Result<MessageSlice>> Session::around(ConversationId id, qint64 seq, int limit)
{
    co_return d->fake.page(id, seq - limit / 2, seq + limit / 2);
}

QList<OutgoingMessage> Session::outgoing(const ConversationId &id) const
{
    return d->fake.outgoing.value(id);
}

QString Session::send(const ConversationId &id, MessageDraft draft, const QList<OutgoingFile> &files)
{
    d->fake.sent.append(draft.content);
    d->fake.sentFiles.append(files);
    d->fake.sentTypes.append(draft.type);
    OutgoingMessage message;
    message.clientMsgId = uuidV7();
    message.conversationId = id;
    message.draft = draft;
    message.writtenAt = now();
    for (const OutgoingFile &file : files)
        message.attachments.append({uuidV7(), file});
    d->fake.outgoing[id].append(message);
    Q_EMIT outgoingChanged(id);
    return message.clientMsgId;
}

void Session::retry(const QString &clientMsgId)
{
    d->fake.retried.append(clientMsgId);
}
void Session::drop(const QString &clientMsgId)
{
    d->fake.dropped.append(clientMsgId);
}
void Session::markRead(const ConversationId &, qint64 seq)
{
    d->fake.readUpTo.append(seq);
}
void Session::setTyping(const ConversationId &, bool typing)
{
    d->fake.typingSaid.append(typing);
}

void Session::setPresence(PresenceStatus status)
{
    d->fake.presence[userId()] = status;
    Q_EMIT presenceChanged(userId());
}

QCoro::Task<Result<ConversationId>> Session::createDirect(UserId other)
{
    if (d->fake.refusal)
        co_return fail(*d->fake.refusal);
    const ConversationId id = QStringLiteral("with-") + other;
    d->fake.addDirect(id, user(other));
    Q_EMIT conversationChanged(id);
    co_return id;
}

QCoro::Task<Result<ConversationId>> Session::createGroup(QString name, QList<UserId> members)
{
    if (d->fake.refusal)
        co_return fail(*d->fake.refusal);
    d->fake.groupMembers = members;
    d->fake.addGroup(QStringLiteral("group-") + name, name, {});
    Q_EMIT conversationChanged(QStringLiteral("group-") + name);
    co_return QStringLiteral("group-") + name;
}

QCoro::Task<Result<QList<User>>> Session::searchUsers(QString prefix)
{
    if (d->fake.refusal)
        co_return fail(*d->fake.refusal);
    QList<User> found;
    for (const User &user : std::as_const(d->fake.users)) {
        if (user.username.startsWith(prefix, Qt::CaseInsensitive)
            || user.displayName.startsWith(prefix, Qt::CaseInsensitive))
            found.append(user);
    }
    std::ranges::sort(found, {}, &User::displayName);
    co_return found;
}

QString Session::draft(const ConversationId &id) const
{
    return d->fake.conversations.value(id).draft;
}

void Session::setDraft(const ConversationId &id, const QString &text)
{
    d->fake.conversations[id].draft = text;
    Q_EMIT conversationChanged(id);
}

QCoro::Task<Result<void>> Session::signOut()
{
    d->fake.signedOut = true;
    co_return Result<void>();
}

QCoro::Task<Result<AuthTokens>> login(QUrl, LoginRequest request)
{
    Test::serverAnswers().logins.append(request);
    co_return Test::serverAnswers().tokens;
}

QCoro::Task<Result<AuthTokens>> registerAccount(QUrl, RegisterRequest request)
{
    Test::serverAnswers().registrations.append(request);
    co_return Test::serverAnswers().tokens;
}

QCoro::Task<Result<AuthTokens>> refresh(QUrl, QString)
{
    co_return Test::serverAnswers().tokens;
}

QCoro::Task<Result<AuthTokens>> checkToken(QUrl, QString token)
{
    Test::serverAnswers().checked.append(token);
    auto tokens = Test::serverAnswers().tokens;
    if (tokens)
        tokens->accessToken = token;
    co_return tokens;
}

QCoro::Task<Result<void>> probe(QUrl)
{
    co_return Test::serverAnswers().probe;
}

} // namespace Hearth
