// SPDX-License-Identifier: Apache-2.0
#include "core/session.h"

#include "core/conversationadmin.h"
#include "core/session_p.h"

#include <QDir>
#include <QFile>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

Session::Session(Config config, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, std::move(config)))
{ }

Session::~Session()
{
    blockSignals(true); // what ends now is nobody's business any more
}

QCoro::Task<Result<void>> Session::start()
{
    return d->start();
}

const Account &Session::account() const
{
    return d->account;
}

const UserId &Session::userId() const
{
    return d->account.user.id;
}

const QUrl &Session::server() const
{
    return d->config.server;
}

ConnectionState Session::connectionState() const
{
    return d->connection.state();
}

std::optional<Timestamp> Session::nextAttemptAt() const
{
    return d->connection.nextAttemptAt();
}

void Session::reconnectNow()
{
    d->connection.reconnectNow();
}

void Session::reconnectAnew()
{
    d->http.forgetConnections();
    d->connection.reconnectAnew();
}

void Session::useTokens(const AuthTokens &tokens)
{
    d->credentials.replace(tokens);
    d->connection.reconnectNow();
}

QList<ConversationSummary> Session::conversations() const
{
    QList<ConversationSummary> all;
    for (const ConversationId &id : d->roster.ids())
        all.append(d->applied(*d->roster.summary(id)));
    return all;
}

std::optional<ConversationSummary> Session::conversation(const ConversationId &id) const
{
    const auto summary = d->roster.summary(id);
    return summary ? std::optional(d->applied(*summary)) : std::nullopt;
}

User Session::user(const UserId &id) const
{
    return id == userId() ? d->account.user : d->people.user(id);
}

PresenceStatus Session::presence(const UserId &id) const
{
    return d->people.presence(id);
}

QList<UserId> Session::typing(const ConversationId &id) const
{
    return d->typists.in(id);
}

QList<Member> Session::members(const ConversationId &id) const
{
    return d->roster.members(id);
}

QCoro::Task<Result<MessageSlice>> Session::newest(ConversationId id, int limit)
{
    d->refreshShown(id);
    return d->applied(d->history.newest(std::move(id), limit));
}

QCoro::Task<Result<MessageSlice>> Session::before(ConversationId id, qint64 seq, int limit)
{
    return d->applied(d->history.before(std::move(id), seq, limit));
}

QCoro::Task<Result<MessageSlice>> Session::after(ConversationId id, qint64 seq, int limit)
{
    return d->applied(d->history.after(std::move(id), seq, limit));
}

QCoro::Task<Result<MessageSlice>> Session::around(ConversationId id, qint64 seq, int limit)
{
    d->refreshShown(id);
    return d->applied(d->history.around(std::move(id), seq, limit));
}

QList<OutgoingMessage> Session::outgoing(const ConversationId &id) const
{
    return d->outbox.of(id);
}

QString Session::send(const ConversationId &id, MessageDraft draft, const QList<OutgoingFile> &files)
{
    d->typingSaid.remove(id); // sending ends it
    return d->outbox.add(id, std::move(draft), files);
}

Transfers &Session::transfers()
{
    return d->transfers;
}

void Session::retry(const QString &clientMsgId)
{
    d->outbox.retry(clientMsgId);
}

void Session::drop(const QString &clientMsgId)
{
    d->outbox.drop(clientMsgId);
}

bool Session::rewrite(const QString &clientMsgId, const QString &text, const QList<Mention> &mentions)
{
    return d->outbox.rewrite(clientMsgId, text, mentions);
}

MessageChanges &Session::changes()
{
    return d->changes;
}

void Session::markRead(const ConversationId &id, qint64 seq)
{
    const auto summary = conversation(id);
    if (summary && summary->conversation.my.unreadFrom && seq >= *summary->conversation.my.unreadFrom)
        admin().setUnreadFrom(id, std::nullopt);
    d->markRead(id, seq, true);
}

void Session::setTyping(const ConversationId &id, bool typing)
{
    const Timestamp time = d->timing.wallClock();
    const auto said = d->typingSaid.constFind(id);
    const bool isSaid = said != d->typingSaid.cend();
    if (typing && (!isSaid || time - *said >= d->timing.typingInterval)) {
        d->connection.send(StartTyping{id});
        d->typingSaid.insert(id, time);
    } else if (!typing && isSaid) {
        d->connection.send(StopTyping{id});
        d->typingSaid.remove(id);
    }
}

void Session::setPresence(PresenceStatus status)
{
    if (d->connection.isReady())
        d->connection.send(UpdatePresence{status});
    else
        d->presenceToSay = status;
}

QCoro::Task<Result<ConversationId>> Session::createDirect(UserId other)
{
    CreateConversation request;
    request.type = ConversationType::Direct;
    request.memberIds = {std::move(other)};
    return d->create(std::move(request));
}

QCoro::Task<Result<ConversationId>> Session::createGroup(QString name, QList<UserId> members)
{
    CreateConversation request;
    request.type = ConversationType::Group;
    request.name = std::move(name);
    request.memberIds = std::move(members);
    return d->create(std::move(request));
}

QCoro::Task<Result<QList<User>>> Session::searchUsers(QString prefix)
{
    QUrlQuery query;
    query.addQueryItem(u"q"_s, QString::fromLatin1(QUrl::toPercentEncoding(prefix)));
    const QString path = u"/api/v1/users"_s;
    const auto page = co_await d->rest.get<Page<User>>(path, query);
    if (!page)
        co_return fail(page.error());
    d->people.keep(page->items);
    co_return page->items;
}

QString Session::draft(const ConversationId &id) const
{
    return d->roster.draft(id);
}

void Session::setDraft(const ConversationId &id, const QString &text)
{
    if (text == d->roster.draft(id))
        return;
    d->roster.setDraft(id, text);
    d->store.saveDraft(id, text);
    Q_EMIT conversationChanged(id);
}

qint64 Session::storedBytes() const
{
    qint64 bytes = d->fileParts->cache.bytes();
    for (const QFileInfo &file : QDir(d->config.dataDir).entryInfoList({u"cache.*"_s}, QDir::Files))
        bytes += file.size();
    return bytes;
}

QCoro::Task<Result<void>> Session::clearStored()
{
    d->sync.forgetMessages();
    const auto clearing = d->fileParts->cache.clear();
    const auto shrunk = co_await d->store.shrink();
    co_await clearing;
    co_return shrunk;
}

QCoro::Task<Result<void>> Session::signOut()
{
    const HttpCall call{"POST", u"/api/v1/auth/logout"_s};
    const auto ended = co_await d->rest.send(call);
    d->connection.close();
    d->fileParts->close();
    d->store.close();
    QDir folder(d->config.dataDir);
    for (const QString &file : folder.entryList({u"cache.*"_s, u"outbox.*"_s}, QDir::Files))
        folder.remove(file);
    for (const QString &name : Transfers::Private::folders())
        QDir(folder.filePath(name)).removeRecursively();
    co_return ended.map([](const QJsonObject &) {});
}

} // namespace Hearth
