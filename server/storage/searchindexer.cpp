// SPDX-License-Identifier: Apache-2.0
#include "storage/searchindexer.h"

#include "storage/searchrows.h"

#include <QSet>

#include <deque>

namespace Hearth {

using namespace std::chrono_literals;

namespace {

constexpr qsizetype conversationsInPiece = 512;
constexpr qsizetype behindInPiece = 64; // of these, however many have news
constexpr auto shortestRest = 20ms;
constexpr auto longestRest = 400ms;
constexpr auto restAfterFailure = 1'000ms;
constexpr auto betweenLooks = 30s;
constexpr int restFactor = 2; // rests so many times as long as a piece took
constexpr int restFactorWhenFlooded = 8; // when a piece could not hold all, and more was written meanwhile

// Conversations, each once, in the order in which they came: who has news again goes to the end, so that
// others never wait for those who always have.
class Line
{
public:
    void add(const ConversationId &id)
    {
        if (m_known.contains(id))
            return;
        m_known.insert(id);
        m_order.push_back(id);
    }
    void add(const QList<ConversationId> &ids)
    {
        for (const ConversationId &id : ids)
            add(id);
    }

    [[nodiscard]] bool isEmpty() const { return m_order.empty(); }

    void moveInto(QList<ConversationId> &ids, qsizetype most)
    {
        for (; most > 0 && !m_order.empty(); --most) {
            ids.append(m_order.front());
            m_known.remove(m_order.front());
            m_order.pop_front();
        }
    }

private:
    std::deque<ConversationId> m_order;
    QSet<ConversationId> m_known;
};

} // namespace

struct SearchIndexer::State : std::enable_shared_from_this<State> {
    explicit State(Database &database)
        : db(database)
    {
        rest.setSingleShot(true);
        QObject::connect(&rest, &QTimer::timeout, &rest, [this] { wake(); });
    }

    void wake();
    QCoro::Task<> work(); // one piece
    QCoro::Task<bool> doPiece(QList<ConversationId> ids); // false: it failed
    QCoro::Task<Result<SearchRows::Piece>> read(QList<ConversationId> ids);
    QCoro::Task<Result<void>> write(std::shared_ptr<const SearchRows::Piece> piece);
    QCoro::Task<> look();
    QList<ConversationId> take();

    Database &db;
    Line noted; // with news
    Line behind; // more is known to be missing, but it is older
    bool full = false; // the last piece could not hold all
    bool working = false;
    bool looking = false;
    bool closed = false;
    QTimer rest; // after a piece
};

SearchIndexer::SearchIndexer(Database &db)
    : m_state(std::make_shared<State>(db))
{
    QObject::connect(&m_look, &QTimer::timeout, &m_look, [state = m_state.get()] { state->look(); });
}

SearchIndexer::~SearchIndexer()
{
    stop();
}

void SearchIndexer::start()
{
    m_state->look();
    m_look.start(betweenLooks);
}

void SearchIndexer::stop()
{
    m_look.stop();
    m_state->closed = true;
    m_state->rest.stop();
}

void SearchIndexer::note(const ConversationId &conversation)
{
    m_state->noted.add(conversation);
    m_state->wake();
}

bool SearchIndexer::isIdle() const
{
    return !m_state->working && !m_state->looking && m_state->noted.isEmpty() && m_state->behind.isEmpty();
}

void SearchIndexer::State::wake()
{
    if (!working && !rest.isActive() && !closed && !(noted.isEmpty() && behind.isEmpty()))
        work();
}

QList<ConversationId> SearchIndexer::State::take()
{
    QList<ConversationId> ids;
    behind.moveInto(ids, behindInPiece);
    noted.moveInto(ids, conversationsInPiece - ids.size());
    behind.moveInto(ids, conversationsInPiece - ids.size());
    return ids;
}

QCoro::Task<> SearchIndexer::State::work()
{
    const auto self = shared_from_this();
    working = true;
    const auto begin = std::chrono::steady_clock::now();
    const QList<ConversationId> ids = take();
    const bool done = co_await doPiece(ids);
    working = false;
    if (closed)
        co_return;
    if (!done)
        behind.add(ids);
    const auto took =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
    const int factor = full && !noted.isEmpty() ? restFactorWhenFlooded : restFactor;
    const auto pause = std::clamp<std::chrono::milliseconds>(factor * took, shortestRest, longestRest);
    rest.start(done ? pause : restAfterFailure);
}

QCoro::Task<bool> SearchIndexer::State::doPiece(QList<ConversationId> ids)
{
    auto read = co_await this->read(ids);
    if (!read || closed)
        co_return false;
    const auto piece = std::make_shared<const SearchRows::Piece>(std::move(*read));
    full = !piece->behind.isEmpty();
    if (!piece->progress.isEmpty() || !piece->unknown.isEmpty()) {
        const auto written = co_await write(piece);
        if (!written)
            co_return false;
    }
    behind.add(piece->behind);
    noted.add(piece->unknown);
    co_return true;
}

QCoro::Task<Result<SearchRows::Piece>> SearchIndexer::State::read(QList<ConversationId> ids)
{
    return db.read([ids](Sql &sql) -> Result<SearchRows::Piece> { return SearchRows::read(sql, ids); });
}

QCoro::Task<Result<void>> SearchIndexer::State::write(std::shared_ptr<const SearchRows::Piece> piece)
{
    return db.writeLater([piece](Sql &sql) -> Result<void> {
        SearchRows::enrol(sql, piece->unknown); // locks conversations, as everybody does first
        SearchRows::write(sql, *piece);
        return {};
    });
}

QCoro::Task<> SearchIndexer::State::look()
{
    if (looking || closed)
        co_return;
    const auto self = shared_from_this();
    looking = true;
    const auto find = [](Sql &sql) -> Result<QList<ConversationId>> { return SearchRows::findBehind(sql); };
    const auto found = co_await db.query(find);
    looking = false;
    if (!found || closed)
        co_return;
    behind.add(*found);
    wake();
}

} // namespace Hearth
