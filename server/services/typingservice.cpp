// SPDX-License-Identifier: Apache-2.0
#include "services/typingservice.h"

#include "wire/limits.h"

namespace Hearth {

TypingService::TypingService(Memberships &memberships, Publisher &publisher, std::chrono::milliseconds expiry)
    : m_memberships(memberships)
    , m_publisher(publisher)
    , m_expiry(expiry)
{
    m_timer.setInterval(expiry / 10);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { expire(); });
}

QCoro::Task<Result<void>> TypingService::setTyping(Caller caller, ConversationId conversation, bool typing)
{
    const auto state = co_await m_memberships.requireMember(conversation, caller.userId);
    if (!state)
        co_return fail(state.error());
    if (typing) {
        if (auto welcome = m_memberships.blocks().checkWriting(**state, caller.userId); !welcome)
            co_return welcome;
        start(**state, caller);
    } else {
        sent(**state, caller.userId);
    }
    co_return Result<void>();
}

void TypingService::start(const ConversationState &conversation, const Caller &caller)
{
    if (conversation.members.size() > Limits::typingMembers)
        return;
    Notice notice{QDeadlineTimer(m_expiry), caller.connection, conversation.memberIds};
    const Blocks &blocks = m_memberships.blocks();
    notice.audience.removeIf([&](const UserId &other) {
        return other == caller.userId || blocks.hasBlocked(caller.userId, other);
    });
    m_publisher.publish(notice.audience, TypingIndicator{conversation.id, caller.userId, true});
    m_notices.insert_or_assign({conversation.id, caller.userId}, std::move(notice));
    if (!m_timer.isActive())
        m_timer.start();
}

void TypingService::sent(const ConversationState &conversation, const UserId &user)
{
    if (const auto notice = m_notices.find({conversation.id, user}); notice != m_notices.end())
        stop(notice);
}

void TypingService::disconnected(ConnectionId connection)
{
    for (auto it = m_notices.begin(); it != m_notices.end();)
        it = it->second.connection == connection ? stop(it) : std::next(it);
}

void TypingService::left(const ConversationId &conversation, const UserId &user)
{
    if (const auto own = m_notices.find({conversation, user}); own != m_notices.end())
        stop(own);
    for (auto it = m_notices.lower_bound({conversation, UserId()});
         it != m_notices.end() && it->first.first == conversation; ++it)
        it->second.audience.removeOne(user);
}

void TypingService::closed(const ConversationId &conversation)
{
    std::erase_if(m_notices, [&](const auto &notice) { return notice.first.first == conversation; });
}

TypingService::Notices::iterator TypingService::stop(Notices::iterator notice)
{
    const auto &[key, value] = *notice;
    m_publisher.publish(value.audience, TypingIndicator{key.first, key.second, false});
    return m_notices.erase(notice);
}

void TypingService::expire()
{
    for (auto it = m_notices.begin(); it != m_notices.end();)
        it = it->second.deadline.hasExpired() ? stop(it) : std::next(it);
    if (m_notices.empty())
        m_timer.stop();
}

} // namespace Hearth
