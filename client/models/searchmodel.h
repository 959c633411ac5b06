// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/search.h"
#include "models/panerow.h"

#include <QAbstractListModel>
#include <QTimer>

namespace Hearth {

class Session;

// The messages that a search finds, newest first: those stored here at once, those of the server merged in
// when it answers, and more of them as somebody scrolls.
class SearchModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class State { Idle, Searching, Done };

    explicit SearchModel(Session &session, QObject *parent = nullptr);

    // Begins anew, after a short pause in typing when that is asked for. A blank text finds nothing.
    void setQuery(const Search::Query &query, bool afterPause = false);
    void searchAgain();

    [[nodiscard]] const Search::Query &query() const { return m_query; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isOnlyStored() const { return m_onlyStored; } // the server was not asked or gave none
    [[nodiscard]] const QString &error() const { return m_error; } // the server's, if any

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void stateChanged();

private:
    void search();
    QCoro::Task<void> searchStored();
    QCoro::Task<void> searchServer();
    void merge(const QList<SearchResult> &found, bool replaces);
    void finish();
    void setState(State state);
    [[nodiscard]] bool isConnected() const;

    Session &m_session;
    QTimer m_pause;
    Search::Query m_query;
    QList<SearchResult> m_results;
    std::optional<QString> m_cursor;
    quint64 m_generation = 0; // answers to an older one are not taken
    int m_running = 0;
    bool m_loading = false; // from the server
    bool m_onlyStored = false;
    QString m_error;
    State m_state = State::Idle;
};

} // namespace Hearth
