// SPDX-License-Identifier: Apache-2.0
#include "services/receiptservice.h"

#include "services/privacy.h"
#include "services/visiblemessage.h"
#include "wire/limits.h"

#include <algorithm>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype movesPerTransaction = 100; // messages wait while one is written

} // namespace

ReceiptService::ReceiptService(Memberships &memberships, MessageStore &messages, ReceiptStore &store,
                               const Privacy &privacy, Publisher &publisher,
                               std::chrono::milliseconds writeInterval)
    : m_memberships(memberships)
    , m_messages(messages)
    , m_store(store)
    , m_privacy(privacy)
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
    const auto found = co_await requireVisible(m_memberships, m_messages, caller, id);
    if (!found)
        co_return fail(found.error());
    move(*found->conversation, caller, found->message.seq, Kind::Read);
    co_return Result<void>();
}

QCoro::Task<Result<ReceiptPage>> ReceiptService::receiptsOf(Caller caller, MessageId id, int limit,
                                                            UserId after)
{
    const auto found = co_await requireVisible(m_memberships, m_messages, caller, id);
    if (!found)
        co_return fail(found.error());
    co_await flush();
    const Message &message = found->message;
    ReceiptQuery query{message.conversationId, message.seq, message.senderId, limit, after};
    auto page = co_await m_store.page(query);
    if (!page)
        co_return fail(page.error());
    if (!found->conversation->member(caller.userId)) // removed while it was read
        co_return fail(ErrorCode::NotFound, u"There is no such message."_s);
    for (MemberReceipt &member : page->items) {
        if (!seesReadMark(caller.userId, member.userId))
            member.readAt.reset();
    }
    co_return std::move(*page);
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

void ReceiptService::noteSent(ConversationState &conversation, const Message &message)
{
    MembershipRow *sender = conversation.member(message.senderId);
    if (!sender)
        return;
    const bool readOthers = sender->readSeq < message.seq - 1; // else nothing new was read by it
    sender->readSeq = std::max(sender->readSeq, message.seq);
    sender->deliveredSeq = std::max(sender->deliveredSeq, sender->readSeq);
    if (readOthers)
        keep({conversation.id, message.senderId, message.seq, message.seq, message.createdAt});
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
    const bool delivered = member.deliveredSeq < seq || kind == Kind::Delivered;
    member.deliveredSeq = std::max(member.deliveredSeq, member.readSeq);

    const Timestamp at = now();
    keep({conversation.id, caller.userId, delivered ? seq : 0, kind == Kind::Read ? seq : 0, at});

    ReceiptFields receipt{conversation.id, {}, seq, caller.userId, at};
    if (seq == conversation.lastSeq && !conversation.lastMessageId.isEmpty())
        receipt.messageId = conversation.lastMessageId;
    tell(conversation, caller, receipt, kind);
}

// Until the next write. What is kept already only moves further.
void ReceiptService::keep(const WatermarkMove &move)
{
    const auto kept = m_pending.find({move.conversationId, move.userId});
    if (kept == m_pending.end()) {
        m_pending.insert({move.conversationId, move.userId}, move);
    } else {
        kept->deliveredSeq = std::max(kept->deliveredSeq, move.deliveredSeq);
        kept->readSeq = std::max(kept->readSeq, move.readSeq);
        kept->at = std::max(kept->at, move.at);
    }
    if (!m_timer.isActive())
        m_timer.start();
}

void ReceiptService::tell(const ConversationState &conversation, const Caller &caller,
                          const ReceiptFields &receipt, Kind kind)
{
    // One's own other devices lower their badges, however large the group is and whatever one shows.
    QList<UserId> audience{caller.userId};
    if (conversation.memberIds.size() <= Limits::receiptMembers) {
        for (const UserId &member : conversation.memberIds) {
            if (member != caller.userId && (kind == Kind::Delivered || seesReadMark(member, caller.userId)))
                audience.append(member);
        }
    }
    if (kind == Kind::Read)
        m_publisher.publish(audience, MessageRead{receipt}, caller.connection);
    else if (audience.size() > 1)
        m_publisher.publish(audience.sliced(1), MessageDelivered{receipt});
}

bool ReceiptService::seesReadMark(const UserId &viewer, const UserId &user) const
{
    return viewer == user || (m_privacy.showsReceipts(viewer) && m_privacy.showsReceipts(user));
}

void ReceiptService::hideReadMarks(const UserId &viewer, QList<Member> &members) const
{
    for (Member &member : members) {
        if (!seesReadMark(viewer, member.userId))
            member.readSeq = 0;
    }
}

void ReceiptService::hideReadMarks(const UserId &viewer, Conversation &conversation) const
{
    if (conversation.members)
        hideReadMarks(viewer, *conversation.members);
}

struct ReceiptService::Written {
    ReceiptService &service;

    [[nodiscard]] bool await_ready() const { return !service.m_writing; }
    void await_suspend(std::coroutine_handle<> waiting) const { service.m_waiting.push_back(waiting); }
    void await_resume() const { }
};

// When it returns, all that moved before is written. One transaction at a time: who comes while one is under
// way waits for its end, and the first of them writes what moved meanwhile for all.
QCoro::Task<Result<void>> ReceiptService::flush()
{
    const Written written{*this};
    co_await written;
    if (!m_pending.isEmpty())
        co_return co_await write();
    co_await written;
    co_return Result<void>();
}

QCoro::Task<Result<void>> ReceiptService::write()
{
    QList<WatermarkMove> moves = std::exchange(m_pending, {}).values();
    m_writing = true;
    Result<void> written;
    while (written && !moves.isEmpty()) {
        const QList<WatermarkMove> some = moves.first(std::min(moves.size(), movesPerTransaction));
        written = co_await m_store.advance(some);
        if (written)
            moves.remove(0, some.size());
    }
    m_writing = false;
    for (const WatermarkMove &move : std::as_const(moves)) // the database is away: for the next try
        keep(move);
    for (const std::coroutine_handle<> waiting : std::exchange(m_waiting, {}))
        waiting.resume();
    co_return written;
}

} // namespace Hearth
