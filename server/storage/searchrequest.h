// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/message.h"
#include "search/pattern.h"

namespace Hearth {

// What a message has or is besides its words.
enum class SearchMark { File, Image, Video, Audio, Location, Link, Reaction, Pin, Thread, Edited, Reply };

// What to look for. All of it has to hold; of `from` and `in` one of several is enough.
struct MessageSearch {
    QList<Search::Pattern> words;
    QList<Search::Pattern> unwantedWords;
    QList<SearchMark> marks;
    QList<SearchMark> unwantedMarks;
    QStringList from; // username, id, or "me"
    QStringList notFrom;
    QStringList in; // name or id of a conversation
    QStringList notIn;
    bool mentionsMe = false;
    bool notMentionsMe = false;
    bool unread = false;
    bool notUnread = false;
    std::optional<Timestamp> before = {};
    std::optional<Timestamp> after = {}; // from then on

    bool operator==(const MessageSearch &) const = default;
};

// Which of the results to give: those older than the place where the page before ended.
struct SearchPage {
    int limit = 50; // 1 to Limits::pageMax
    std::optional<qint64> before = {};
    std::optional<ConversationId> conversation = {};
};

struct FoundMessage {
    Message message;
    QList<Search::Stretch> highlights; // in the content
};

struct FoundMessages {
    QList<FoundMessage> items; // newest first
    std::optional<qint64> next = {}; // the place where the next page begins, if there is one
};

} // namespace Hearth
