// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/localstore.h"

#include <QUrlQuery>

namespace Hearth {

class Connection;
class Rest;
class Roster;

// The messages of a conversation in pieces: from the local store, and where that has a gap from the server,
// which fills it. Without the server the answer holds what there is.
class MessageHistory
{
public:
    MessageHistory(LocalStore &store, Rest &rest, const Roster &roster, const Connection &connection)
        : m_store(store)
        , m_rest(rest)
        , m_roster(roster)
        , m_connection(connection)
    { }

    QCoro::Task<Result<MessageSlice>> newest(ConversationId id, int limit);
    QCoro::Task<Result<MessageSlice>> before(ConversationId id, qint64 seq, int limit);
    QCoro::Task<Result<MessageSlice>> after(ConversationId id, qint64 seq, int limit);
    QCoro::Task<Result<MessageSlice>> around(ConversationId id, qint64 seq, int limit);

private:
    enum class Place { Before, After, Around };
    QCoro::Task<Result<StoredRun>> stored(Place place, ConversationId id, qint64 seq, int limit);
    QCoro::Task<Result<StoredRun>> read(Place place, ConversationId id, qint64 seq, int limit);
    QCoro::Task<Result<void>> fetch(Place place, ConversationId id, qint64 seq, int limit);

    LocalStore &m_store;
    Rest &m_rest;
    const Roster &m_roster;
    const Connection &m_connection;
};

} // namespace Hearth
