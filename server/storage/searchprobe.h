// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/deadline.h"
#include "storage/searchtokens.h"

namespace Hearth {

// What is asked of the index, with everything resolved to tokens.
struct SearchProbe {
    UserId viewer;
    QList<Search::Pattern> words = {};
    QList<Search::Pattern> unwantedWords = {};
    QStringList marks = {};
    QStringList unwantedMarks = {};
    QStringList senders = {}; // one of them, where there are any
    QStringList conversations = {}; // likewise
    QStringList windows = {}; // likewise, of time; on PostgreSQL
    qint64 messages = 0; // in the conversations, about
    std::optional<bool> unread = {};
    qint64 from = 0; // the numbers that may be found
    qint64 below = 0;
    int limit = 0;
};

// The newest numbers that fit, newest first. The permission is part of each statement: only messages of
// conversations that the viewer is in now, and of those only what the viewer may see.
[[nodiscard]] QList<qint64> probe(Sql &sql, const SearchProbe &probe, const Deadline &deadline);

} // namespace Hearth
