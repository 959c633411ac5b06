// SPDX-License-Identifier: Apache-2.0
#include "services/receiptservice.h"

#include "storage/messagestore.h"
#include "wire/limits.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

ReceiptService::ReceiptService(Memberships &memberships, MessageStore &messages, ReceiptStore &store,
                               Publisher &publisher, std::chrono::milliseconds writeInterval)
    : m_memberships(memberships)
    , m_messages(messages)
    , m_store(store)
    , m_publisher(publisher)
{
    m_timer.setInterval(writeInterval);
    m_timer.setSingleShot(true);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { flush(); });
}

QCoro::Task<Result<void>> ReceiptService::markDelivered(Caller caller, ConversationId conversation,
                                                        qint64 seq)
{
    return mark(std::move(caller), std::move(conversation), seq, Kind::Delivered);
}

QCoro::Task<Result<void>> ReceiptService::markRead(Caller caller, ConversationId conversation, qint64 seq)
{
    return mark(std::move(caller), std::move(conversation), seq, Kind::Read);
}

QCoro::Task<Result<void>> ReceiptService::markMessageRead(Caller caller, MessageId id)
{
    const auto message = co_await m_messages.byId(id);
    if (!message)
        co_return fail(message.error());
    co_return co_await mark(caller, message->conversationId, message->seq, Kind::Read);
}

QCoro::Task<Result<void>> ReceiptService::mark(Caller caller, ConversationId conversation, qint64 seq,
                                               Kind kind)
{
    const auto state = co_await m_memberships.requireMember(conversation, caller.userId);
    if (!state)
        co_return fail(state.error());
    if (seq < 1 || seq > (*state)->lastSeq)
        co_return fail(ErrorCode::InvalidField, u"There is no message at this place."_s, u"/seq"_s);
    move(**state, caller, seq, kind);
    co_return Result<void>();
}

void ReceiptService::noteFetched(ConversationState &conversation, const Caller &caller, qint64 seq)
{
    move(conversation, caller, seq, Kind::Delivered);
}

void ReceiptService::move(ConversationState &conversation, const Caller &caller, qint64 seq, Kind kind)
{
    MembershipRow *const known = conversation.member(caller.userId);
    if (!known)
        return; // removed while something was fetched
    MembershipRow &member = *known;
    qint64 &watermark = kind == Kind::Read ? member.readSeq : member.deliveredSeq;
    if (seq <= watermark)
        return;
    watermark = seq;
    member.deliveredSeq = std::max(member.deliveredSeq, member.readSeq);

    const Timestamp at = now();
    m_pending[{conversation.id, caller.userId}] = {conversation.id, caller.userId, member.deliveredSeq,
                                                   member.readSeq, at};
    if (!m_timer.isActive())
        m_timer.start();

    ReceiptFields receipt{conversation.id, {}, seq, caller.userId, at};
    if (seq == conversation.lastSeq && !conversation.lastMessageId.isEmpty())
        receipt.messageId = conversation.lastMessageId;
    tell(conversation, caller, receipt, kind);
}

void ReceiptService::tell(const ConversationState &conversation, const Caller &caller,
                          const ReceiptFields &receipt, Kind kind)
{
    const bool everybody = conversation.memberIds.size() <= Limits::receiptMembers;
    if (kind == Kind::Read) {
        // One's own other devices lower their badges, however large the group is.
        const QList<UserId> audience = everybody ? conversation.memberIds : QList<UserId>{caller.userId};
        m_publisher.publish(audience, MessageRead{receipt}, caller.connection);
    } else if (everybody) {
        QList<UserId> audience = conversation.memberIds;
        audience.removeOne(caller.userId);
        m_publisher.publish(audience, MessageDelivered{receipt});
    }
}

QCoro::Task<Result<void>> ReceiptService::flush()
{
    if (m_pending.isEmpty())
        co_return Result<void>();
    const auto moves = std::exchange(m_pending, {});
    auto written = co_await m_store.advance(moves.values());
    if (written)
        co_return written;
    // The database is away: keep what moved for the next try, unless it moved further meanwhile.
    for (auto it = moves.begin(); it != moves.end(); ++it) {
        if (!m_pending.contains(it.key()))
            m_pending.insert(it.key(), it.value());
    }
    m_timer.start();
    co_return written;
}

} // namespace Hearth
