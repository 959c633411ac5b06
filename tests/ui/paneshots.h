// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fakepanes.h"

// What the panes of the screenshots show.
namespace Hearth::Test {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

inline SearchResult found(const Message &message, const QString &word)
{
    const int at = int(message.content.indexOf(word, 0, Qt::CaseInsensitive));
    SearchResult result{message, {}};
    if (at >= 0)
        result.highlights = {{at, int(word.size())}};
    return result;
}

inline Notification notice(const QString &type, const Message &message, bool read)
{
    Notification n;
    n.id = message.id;
    n.type = type;
    n.body = message.content;
    n.data = {{u"conversation_id"_s, message.conversationId},
              {u"message_id"_s, message.id},
              {u"seq"_s, message.seq},
              {u"sender_id"_s, message.senderId}};
    n.createdAt = message.createdAt;
    if (read)
        n.readAt = message.createdAt;
    return n;
}

// As pinned messages are found, without a word that was looked for.
inline QList<SearchResult> withoutHighlights(QList<SearchResult> results)
{
    for (SearchResult &result : results)
        result.highlights.clear();
    return results;
}

// Of the conversations that the screenshots have already, from `begin` on.
inline void fillPanes(Session &session, Timestamp begin)
{
    FakeSession &fake = fakeOf(session);
    FakePanes &panes = panesOf(session);
    const auto at = [begin](int minutes) { return begin + 1min * minutes; };
    fake.conversations[u"team"_s].conversation.description =
        u"Builds, releases and everything that keeps the lights on."_s;
    fake.conversations[u"team"_s].conversation.my.role = MemberRole::Owner;
    fake.members[u"team"_s][1].role = MemberRole::Admin;
    fake.members[u"team"_s][2].canSendMessages = false;
    Member self;
    self.userId = session.userId();
    self.role = MemberRole::Owner;
    fake.members[u"team"_s].append(self);

    const Message root = fake.post(
        u"team"_s, u"li.wei"_s, u"Shall we move the release to Thursday? The build is green again."_s, at(0));
    Message first =
        fake.post(u"team"_s, u"omar"_s, u"Thursday is fine, if the build stays green until then."_s, at(10));
    Message second = fake.post(u"team"_s, session.userId(), u"I will write the notes tomorrow."_s, at(25));
    const Message third =
        fake.post(u"team"_s, u"ana"_s, u"@mia.weber could you look at the import once more?"_s, at(40));
    const Message longOne = fake.post(
        u"team"_s, u"ana"_s,
        u"The figures are in the folder now. The third column was empty because the import had stopped on "
        u"Sunday; "
        "I started it again, and it has caught up since, so that all the totals of the build are right."_s,
        at(50));
    first.threadRootId = second.threadRootId = root.id;
    panes.threads[root.id] = {root, first, second};
    panes.onServer = {found(longOne, u"build"_s), found(first, u"build"_s), found(root, u"build"_s)};
    notify(session,
           {notice(u"mention"_s, third, false), notice(u"reply"_s, first, false),
            notice(u"mention"_s, root, true)});
}

} // namespace Hearth::Test
