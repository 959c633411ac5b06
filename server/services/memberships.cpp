// SPDX-License-Identifier: Apache-2.0
#include "services/memberships.h"

#include <coroutine>
#include <vector>

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
    state->knownChange = record.lastChange;
    for (const MembershipRow &row : record.members) {
        state->members.insert(row.userId, row);
        state->memberIds += row.userId;
    }
    return state;
}

} // namespace

// A conversation on its way from the store. Everybody who needs it waits for the one load and goes on in the
// order in which they came: messages that one sender sends at once must not overtake each other here.
struct Memberships::Load {
    std::optional<Result<ConversationStatePtr>> result;
    QList<MembershipUpdate> updates; // committed meanwhile: what is loaded may be older
    std::vector<std::coroutine_handle<>> waiting;
};

struct Memberships::Loaded {
    Load &load;

    [[nodiscard]] bool await_ready() const { return load.result.has_value(); }
    void await_suspend(std::coroutine_handle<> waiting) { load.waiting.push_back(waiting); }
    Result<ConversationStatePtr> await_resume() { return *load.result; }
};

MembershipRow *ConversationState::member(const UserId &userId)
{
    const auto it = members.find(userId);
    return it == members.end() ? nullptr : &*it;
}

QList<UserId> ConversationState::readersOf(qint64 seq) const
{
    QList<UserId> readers;
    readers.reserve(memberIds.size());
    for (const UserId &id : memberIds) {
        if (members.value(id).firstVisibleSeq <= seq)
            readers.append(id);
    }
    return readers;
}

void ConversationState::apply(const MembershipUpdate &update)
{
    if (update.lastSeq > 0)
        noteMessage(update.lastSeq, update.lastMessageId);
    if (update.change <= knownChange)
        return;
    knownChange = update.change;
    for (MembershipRow row : update.present) {
        if (const MembershipRow *known = member(row.userId)) { // its watermarks may not be stored yet
            row.deliveredSeq = std::max(row.deliveredSeq, known->deliveredSeq);
            row.readSeq = std::max(row.readSeq, known->readSeq);
        } else {
            memberIds += row.userId;
        }
        members.insert(row.userId, row);
    }
    for (const UserId &user : update.gone) {
        if (members.remove(user))
            memberIds.removeOne(user);
    }
}

void ConversationState::keepWatermarks(const ConversationState &before)
{
    for (MembershipRow &row : members) {
        const auto known = before.members.constFind(row.userId);
        if (known == before.members.cend())
            continue;
        row.deliveredSeq = std::max(row.deliveredSeq, known->deliveredSeq);
        row.readSeq = std::max(row.readSeq, known->readSeq);
    }
}

void ConversationState::noteMessage(qint64 seq, const MessageId &messageId)
{
    if (seq < lastSeq)
        return;
    lastSeq = seq;
    lastMessageId = messageId;
}

Memberships::Memberships(ConversationStore &store, const Blocks &blocks, int conversationsKept)
    : m_store(store)
    , m_blocks(blocks)
    , m_kept(conversationsKept)
{ }

QCoro::Task<Result<ConversationStatePtr>> Memberships::requireMember(ConversationId id, UserId user)
{
    ConversationStatePtr state = m_states.value(id).lock();
    if (!state) {
        const std::shared_ptr<Load> load = loadOnce(id);
        Loaded loaded{*load};
        auto result = co_await loaded;
        if (!result)
            co_return fail(std::move(result.error()));
        state = std::move(*result);
    }
    keep(state);
    if (!state->member(user))
        co_return fail(ErrorCode::NotFound, u"There is no such conversation."_s);
    co_return state;
}

std::shared_ptr<Memberships::Load> Memberships::loadOnce(const ConversationId &id)
{
    if (const auto load = m_loads.value(id))
        return load;
    const auto started = std::make_shared<Load>();
    m_loads.insert(id, started);
    load(id, started);
    return started;
}

QCoro::Task<> Memberships::load(ConversationId id, std::shared_ptr<Load> load)
{
    const auto record = co_await m_store.record(id);
    m_loads.remove(id);
    if (record) {
        const ConversationStatePtr state = stateOf(*record);
        for (const MembershipUpdate &update : std::as_const(load->updates))
            state->apply(update);
        if (const ConversationStatePtr before = m_doubtful.take(id))
            state->keepWatermarks(*before);
        m_states.insert(id, state);
        load->result = state;
    } else {
        load->result = fail(record.error());
    }
    for (const std::coroutine_handle<> waiting : load->waiting)
        waiting.resume();
}

void Memberships::apply(ConversationState &held, const MembershipUpdate &update)
{
    held.apply(update);
    if (const ConversationStatePtr current = m_states.value(update.id).lock())
        current->apply(update); // another one when the held one was forgotten
    if (const auto load = m_loads.value(update.id))
        load->updates += update;
    if (ConversationStatePtr *kept = m_kept.object(update.id)) {
        const ConversationStatePtr state = *kept;
        m_kept.insert(update.id, new ConversationStatePtr(state), costOf(*state)); // it may cost more now
    }
}

void Memberships::noteFailure(const ConversationId &id, const Error &error)
{
    if (error.code != ErrorCode::Unavailable)
        return;
    if (const ConversationStatePtr doubtful = m_states.take(id).lock())
        m_doubtful.insert(id, doubtful);
    m_kept.remove(id);
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
