// SPDX-License-Identifier: Apache-2.0
#include "services/memberships.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

// A big group costs what its members cost, so that the cache is bounded in memory and not in conversations.
int costOf(const ConversationState &state)
{
    return 1 + int(state.memberIds.size() / 10);
}

ConversationStatePtr stateOf(const ConversationRecord &record)
{
    auto state = std::make_shared<ConversationState>();
    state->id = record.id;
    state->type = record.type;
    state->lastSeq = record.lastSeq;
    for (const MembershipRow &row : record.members) {
        state->members.insert(row.userId, row);
        state->memberIds += row.userId;
    }
    return state;
}

} // namespace

MembershipRow *ConversationState::member(const UserId &userId)
{
    const auto it = members.find(userId);
    return it == members.end() ? nullptr : &*it;
}

Memberships::Memberships(ConversationStore &store, int conversationsKept)
    : m_store(store)
    , m_kept(conversationsKept)
{ }

QCoro::Task<Result<ConversationStatePtr>> Memberships::requireMember(ConversationId id, UserId user)
{
    ConversationStatePtr state = m_states.value(id).lock();
    if (!state) {
        auto loaded = co_await load(id);
        if (!loaded)
            co_return fail(std::move(loaded.error()));
        state = std::move(*loaded);
    }
    keep(state);
    if (!state->member(user))
        co_return fail(ErrorCode::NotFound, u"There is no such conversation."_s);
    co_return state;
}

QCoro::Task<Result<ConversationStatePtr>> Memberships::load(ConversationId id)
{
    const auto record = co_await m_store.record(id);
    if (!record)
        co_return fail(record.error());
    // Whoever came first while both were loading may have committed changes since: theirs is newer.
    if (auto state = m_states.value(id).lock())
        co_return state;
    auto state = stateOf(*record);
    m_states.insert(id, state);
    co_return state;
}

void Memberships::keep(const ConversationStatePtr &state)
{
    if (m_kept.object(state->id)) // moves it to the front
        return;
    m_kept.insert(state->id, new ConversationStatePtr(state), costOf(*state));
    if (m_states.size() > 2 * m_kept.size() + 1'000)
        m_states.removeIf([](const auto &entry) { return entry.value().expired(); });
}

} // namespace Hearth
