// SPDX-License-Identifier: Apache-2.0
#include "models/searchmodel.h"

#include "core/session.h"

#include <QPointer>

#include <tuple>

namespace Hearth {

namespace {

constexpr int typingPauseMs = 200;

bool isNewer(const SearchResult &a, const SearchResult &b)
{
    return std::tie(b.message.createdAt, b.message.id) < std::tie(a.message.createdAt, a.message.id);
}

} // namespace

SearchModel::SearchModel(Session &session, QObject *parent)
    : QAbstractListModel(parent)
    , m_session(session)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &SearchModel::search);
    connect(&session, &Session::connectionStateChanged, this, [this] {
        if (m_onlyStored && isConnected() && m_state == State::Done)
            search();
    });
    connect(&session, &Session::userChanged, this, [this] {
        if (!m_results.isEmpty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    });
}

void SearchModel::setQuery(const Search::Query &query, bool afterPause)
{
    if (query == m_query)
        return;
    m_query = query;
    if (afterPause && !query.text.trimmed().isEmpty()) {
        m_pause.start();
        setState(State::Searching);
    } else {
        search();
    }
}

void SearchModel::searchAgain()
{
    search();
}

void SearchModel::search()
{
    m_pause.stop();
    ++m_generation;
    beginResetModel();
    m_results.clear();
    endResetModel();
    m_cursor.reset();
    m_error.clear();
    m_running = 0;
    m_loading = false;
    m_onlyStored = false;
    if (m_query.text.trimmed().isEmpty()) {
        setState(State::Idle);
        return;
    }
    m_onlyStored = !isConnected();
    m_running = m_onlyStored ? 1 : 2;
    setState(State::Searching);
    const bool askServer = !m_onlyStored;
    searchStored();
    if (askServer)
        searchServer();
}

QCoro::Task<void> SearchModel::searchStored()
{
    const QPointer<SearchModel> self(this);
    const quint64 asked = m_generation;
    const auto found = co_await m_session.search().stored(m_query);
    if (!self || asked != m_generation)
        co_return;
    if (found)
        merge(*found, false);
    else
        m_error = found.error().detail;
    finish();
}

QCoro::Task<void> SearchModel::searchServer()
{
    const QPointer<SearchModel> self(this);
    const quint64 asked = m_generation;
    const bool more = m_cursor.has_value();
    m_loading = true;
    const auto page = co_await m_session.search().onServer(m_query, m_cursor);
    if (!self || asked != m_generation)
        co_return;
    m_loading = false;
    if (page) {
        m_cursor = page->hasMore ? page->nextCursor : std::nullopt;
        merge(page->items, true);
    } else {
        m_cursor.reset();
        m_error = page.error().detail;
        m_onlyStored = m_onlyStored || !more;
    }
    if (more)
        Q_EMIT stateChanged();
    else
        finish();
}

// The same message is one row; what the server says of it is newer.
void SearchModel::merge(const QList<SearchResult> &found, bool replaces)
{
    for (const SearchResult &result : found) {
        const auto same = std::ranges::find(m_results, result.message.id,
                                            [](const SearchResult &r) { return r.message.id; });
        if (same != m_results.end()) {
            if (replaces && *same != result) {
                *same = result;
                const QModelIndex changed = index(int(same - m_results.begin()));
                Q_EMIT dataChanged(changed, changed);
            }
            continue;
        }
        const auto place = std::ranges::upper_bound(m_results, result, isNewer);
        const int row = int(place - m_results.begin());
        beginInsertRows({}, row, row);
        m_results.insert(row, result);
        endInsertRows();
    }
}

void SearchModel::finish()
{
    --m_running;
    if (m_running == 0)
        setState(State::Done);
    else
        Q_EMIT stateChanged();
}

int SearchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_results.size());
}

QVariant SearchModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PaneRow row = paneRow(m_session, m_results[index.row()], !m_query.in);
    switch (role) {
    case Qt::DisplayRole: return row.text;
    case Qt::AccessibleTextRole: return spokenRow(row);
    case PaneRoles::RowRole: return QVariant::fromValue(row);
    default: return {};
    }
}

bool SearchModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_cursor && !m_loading;
}

void SearchModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        searchServer();
}

void SearchModel::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

bool SearchModel::isConnected() const
{
    const ConnectionState state = m_session.connectionState();
    return state == ConnectionState::Online || state == ConnectionState::CatchingUp;
}

} // namespace Hearth
