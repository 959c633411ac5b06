// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ids.h"
#include "storage/database.h"

#include <QTimer>

namespace Hearth {

// Keeps the search index a little behind the messages: within two seconds, unless more is written than it
// can follow; then it lags, since storing messages goes first. How far each conversation is indexed stands in
// the database, so nothing is forgotten over a restart. It works in small pieces, and rests between them
// for longer than they took. Deleting a message does not wait for it (SearchRows::erase).
// Lives on the main thread.
class SearchIndexer
{
public:
    explicit SearchIndexer(Database &db);
    ~SearchIndexer();
    Q_DISABLE_COPY_MOVE(SearchIndexer)

    // Finds what is missing, now and from time to time: what others, or an earlier run, left behind. Call it once,
    // when the database is open.
    void start();

    void stop(); // after the piece that is being written

    // Something changed in this conversation, and was committed.
    void note(const ConversationId &conversation);

    [[nodiscard]] bool isIdle() const; // all that is known to be missing is written

private:
    struct State;
    const std::shared_ptr<State> m_state; // shared with the work under way
    QTimer m_look;
};

} // namespace Hearth
