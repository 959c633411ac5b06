// SPDX-License-Identifier: Apache-2.0
// The part of MessageService that changes stored messages. After each commit nothing is awaited until the
// members are told, so that they hear of changes in the order of their numbers.
#include "services/messagerules.h"
#include "services/messageservice.h"
#include "services/notificationservice.h"
#include "wire/limits.h"

#include <algorithm>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

template<typename Frame>
Frame reactionFrame(const Message &message, const UserId &user, const QString &emoji)
{
    Frame frame;
    frame.conversationId = message.conversationId;
    frame.messageId = message.id;
    frame.userId = user;
    frame.emoji = emoji;
    frame.change = message.change;
    frame.reactions = message.reactions;
    return frame;
}

// Twenty kinds at most: whoever comes later joins one of them.
Result<void> mayAddReaction(const MessageContext &context, const QString &emoji)
{
    const QList<Reaction> &reactions = context.message.reactions;
    const bool known = std::ranges::find(reactions, emoji, &Reaction::emoji) != reactions.end();
    if (!known && reactions.size() >= Limits::reactionsPerMessage)
        return fail(ErrorCode::InvalidField,
                    u"A message has at most %1 different reactions."_s.arg(Limits::reactionsPerMessage),
                    u"/emoji"_s);
    return mayReact(context);
}

Result<void> checkEmoji(const QString &emoji)
{
    if (!isEmoji(emoji))
        return fail(ErrorCode::InvalidField, u"A reaction is an emoji."_s, u"/emoji"_s);
    return {};
}

} // namespace

QCoro::Task<Result<Message>> MessageService::edit(Caller caller, MessageId id, MessageEdit edit,
                                                  std::optional<qint64> ifChange)
{
    const auto visible = co_await requireWritable(caller, id);
    if (!visible)
        co_return fail(visible.error());
    const bool hasAttachments = !visible->message.attachments.isEmpty();
    if (auto checked = checkEdit(edit, hasAttachments, *visible->conversation); !checked)
        co_return fail(std::move(checked.error()));
    MessageAction action{id, caller.userId, now(), mayEdit, ifChange};
    const auto done = co_await m_store.edit(std::move(action), std::move(edit));
    if (!done)
        co_return fail(done.error());
    if (done->changed) {
        publish(*visible->conversation, done->message, MessageUpdated{done->message});
        m_notifications.noteMessage(done->message);
    }
    co_return done->message;
}

QCoro::Task<Result<Message>> MessageService::remove(Caller caller, MessageId id,
                                                    std::optional<qint64> ifChange)
{
    const auto visible = co_await requireVisible(caller, id);
    if (!visible)
        co_return fail(visible.error());
    MessageAction action{id, caller.userId, now(), mayDelete, ifChange};
    const auto done = co_await m_store.remove(std::move(action));
    if (!done)
        co_return fail(done.error());
    if (done->changed)
        publish(*visible->conversation, done->message, MessageDeleted{done->message});
    co_return done->message;
}

QCoro::Task<Result<Message>> MessageService::setPinned(Caller caller, MessageId id, bool pinned)
{
    const auto visible = co_await requireWritable(caller, id);
    if (!visible)
        co_return fail(visible.error());
    MessageAction action{id, caller.userId, now(), mayPin};
    const auto done = co_await m_store.setPinned(std::move(action), pinned);
    if (!done)
        co_return fail(done.error());
    if (done->changed)
        publish(*visible->conversation, done->message, MessageUpdated{done->message});
    co_return done->message;
}

QCoro::Task<Result<Message>> MessageService::addReaction(Caller caller, MessageId id, QString emoji)
{
    if (auto checked = checkEmoji(emoji); !checked)
        co_return fail(std::move(checked.error()));
    const auto visible = co_await requireWritable(caller, id);
    if (!visible)
        co_return fail(visible.error());
    MessageAction action{id, caller.userId, now(),
                         [emoji](const MessageContext &context) { return mayAddReaction(context, emoji); }};
    const auto done = co_await m_store.addReaction(std::move(action), emoji);
    if (!done)
        co_return fail(done.error());
    if (done->changed)
        publish(*visible->conversation, done->message,
                reactionFrame<ReactionAdded>(done->message, caller.userId, emoji));
    co_return done->message;
}

QCoro::Task<Result<Message>> MessageService::removeReaction(Caller caller, MessageId id, QString emoji)
{
    const auto visible = co_await requireVisible(caller, id);
    if (!visible)
        co_return fail(visible.error());
    MessageAction action{id, caller.userId, now(), mayReact};
    const auto done = co_await m_store.removeReaction(std::move(action), emoji);
    if (!done)
        co_return fail(done.error());
    if (done->changed)
        publish(*visible->conversation, done->message,
                reactionFrame<ReactionRemoved>(done->message, caller.userId, emoji));
    co_return done->message;
}

void MessageService::publish(const ConversationState &conversation, const Message &message,
                             const ServerFrame &frame)
{
    m_publisher.publish(conversation.readersOf(message.seq), frame);
}

QCoro::Task<Result<QList<MessageVersion>>> MessageService::versions(Caller caller, MessageId id)
{
    const auto visible = co_await requireVisible(caller, id);
    if (!visible)
        co_return fail(visible.error());
    co_return co_await m_store.versions(id);
}

QCoro::Task<Result<MessagePage>> MessageService::replies(Caller caller, MessageId id, qint64 afterSeq,
                                                         int limit)
{
    const auto visible = co_await requireVisible(caller, id);
    if (!visible)
        co_return fail(visible.error());
    co_return co_await m_store.replies(id, afterSeq, limit);
}

} // namespace Hearth
