// SPDX-License-Identifier: Apache-2.0
#include "fakechanges.h"

#include <algorithm>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

// Lives and goes with its session.
struct ChangesHolder : QObject {
    explicit ChangesHolder(Session &session);

    Session &session;
    Test::FakeChanges fake;
    std::unique_ptr<MessageChanges> changes;
};

ChangesHolder &changesHolderOf(Session &session)
{
    for (QObject *child : session.children()) {
        if (auto *holder = dynamic_cast<ChangesHolder *>(child))
            return *holder;
    }
    return *new ChangesHolder(session);
}

} // namespace

struct MessageChanges::Private {
    QString make(const QString &asked, const MessageChange &change)
    {
        holder.fake.asked.append(asked);
        const ConversationId id = change.message.conversationId;
        QList<Message> &messages = Test::fakeOf(holder.session).messages[id];
        const auto message = std::ranges::find(messages, change.message.messageId, &Message::id);
        if (message != messages.end()) {
            *message = withChange(*message, change, holder.session.userId());
            Q_EMIT holder.session.messagesChanged(id, {*message});
        }
        return QString::number(holder.fake.asked.size());
    }

    ChangesHolder &holder;
};

namespace {

ChangesHolder::ChangesHolder(Session &of)
    : QObject(&of)
    , session(of)
    , changes(std::make_unique<MessageChanges>(
          std::unique_ptr<MessageChanges::Private>(new MessageChanges::Private{*this})))
{ }

} // namespace

namespace Test {

FakeChanges &changesOf(Session &session)
{
    return changesHolderOf(session).fake;
}

} // namespace Test

MessageChanges &Session::changes()
{
    return *changesHolderOf(*this).changes;
}

bool Session::rewrite(const QString &clientMsgId, const QString &text, const QList<Mention> &)
{
    Test::changesOf(*this).asked.append(u"rewrite %1 %2"_s.arg(clientMsgId, text));
    return true;
}

MessageChanges::MessageChanges(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{ }
MessageChanges::~MessageChanges() = default;

QString MessageChanges::edit(const MessageRef &message, const QString &text, const QList<Mention> &mentions)
{
    return d->make(
        u"edit %1 %2"_s.arg(message.messageId, text),
        {.message = message, .kind = MessageChange::Kind::Edit, .text = text, .mentions = mentions});
}
QString MessageChanges::remove(const MessageRef &message)
{
    return d->make(u"remove %1"_s.arg(message.messageId),
                   {.message = message, .kind = MessageChange::Kind::Remove});
}
QString MessageChanges::setReaction(const MessageRef &message, const QString &emoji, bool on)
{
    return d->make(u"react %1 %2 %3"_s.arg(message.messageId, emoji).arg(on),
                   {.message = message,
                    .kind = on ? MessageChange::Kind::React : MessageChange::Kind::Unreact,
                    .text = emoji});
}
QString MessageChanges::setPinned(const MessageRef &message, bool pinned)
{
    return d->make(
        u"pin %1 %2"_s.arg(message.messageId).arg(pinned),
        {.message = message, .kind = pinned ? MessageChange::Kind::Pin : MessageChange::Kind::Unpin});
}
void MessageChanges::retry(const QString &changeId)
{
    d->holder.fake.asked.append(u"retry "_s + changeId);
}
void MessageChanges::drop(const QString &changeId)
{
    d->holder.fake.asked.append(u"drop "_s + changeId);
}
QList<MessageChange> MessageChanges::of(const ConversationId &) const
{
    return d->holder.fake.waiting;
}
Message MessageChanges::applied(Message message) const
{
    return message;
}
QCoro::Task<Result<QList<MessageVersion>>> MessageChanges::versions(MessageId)
{
    co_return d->holder.fake.versions;
}
QCoro::Task<Result<ReceiptList>> MessageChanges::receipts(MessageId)
{
    co_return d->holder.fake.receipts;
}
QCoro::Task<Result<Message>> MessageChanges::find(ConversationId conversation, MessageId id)
{
    ++d->holder.fake.found;
    const QList<Message> &messages = Test::fakeOf(d->holder.session).messages[conversation];
    const auto message = std::ranges::find(messages, id, &Message::id);
    if (message == messages.end())
        co_return fail(ErrorCode::NotFound, u"There is no such message."_s);
    co_return *message;
}

} // namespace Hearth
