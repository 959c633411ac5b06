// SPDX-License-Identifier: Apache-2.0
// protocol.md, Resume 2: what changed in a conversation after a given change.
#include "storage/conversationrows.h"
#include "storage/messagerows.h"
#include "wire/codecs.h"
#include "wire/limits.h"

#include <algorithm>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

// Of the messages in one answer, but for a first one that is larger: it stands in the queue of a connection
// with the frames that follow, and its client reads it as a whole.
constexpr qsizetype answerBytes = Limits::sendQueueBytes / 2;

struct MemberChange {
    qint64 change = 0;
    bool removed = false;
    Member member;
};

QList<Message> readChangedMessages(Sql &sql, const ConversationView &view, qint64 since, int limit)
{
    return readMessages(sql.run(u"SELECT " HEARTH_MESSAGE_COLUMNS
                                " FROM messages AS m WHERE m.conversation_id = :conversation"
                                " AND m.change > :since AND m.seq >= :first ORDER BY m.change LIMIT :limit"_s,
                                {{":conversation", view.conversation.id},
                                 {":since", since},
                                 {":first", view.firstVisibleSeq},
                                 {":limit", limit}}));
}

QList<MemberChange> readChangedMembers(Sql &sql, const ConversationId &conversation, qint64 since, int limit)
{
    QList<MemberChange> changes;
    Rows rows = sql.run(u"SELECT m.change, m.removed_at IS NOT NULL, " HEARTH_MEMBER_COLUMNS
                        " FROM conversation_members AS m WHERE m.conversation_id = :conversation"
                        " AND m.change > :since ORDER BY m.change LIMIT :limit"_s,
                        {{":conversation", conversation}, {":since", since}, {":limit", limit}});
    while (rows.next()) {
        MemberChange change;
        rows >> change.change >> change.removed;
        change.member = readMember(rows);
        changes.append(change);
    }
    return changes;
}

// A start from scratch: the conversation, its members where they are few, and its newest messages.
Changes readSnapshot(Sql &sql, ConversationView view)
{
    QList<ConversationView> views{std::move(view)};
    fill(sql, views);
    const Conversation &conversation = views.first().conversation;
    Changes changes;
    changes.tooFar = true;
    changes.conversation = conversation;
    changes.members = conversation.members.value_or(QList<Member>());
    changes.lastChange = conversation.lastChange;
    changes.messages = readPage(sql,
                                {.conversationId = conversation.id,
                                 .firstVisibleSeq = views.first().firstVisibleSeq,
                                 .limit = Limits::pageDefault})
                           .items;
    std::sort(changes.messages.begin(), changes.messages.end(),
              [](const Message &a, const Message &b) { return a.change < b.change; });
    return changes;
}

qsizetype countThatFits(const QList<Message> &messages)
{
    qsizetype bytes = 0;
    for (qsizetype i = 0; i < messages.size(); ++i) {
        bytes += toJson(messages[i]).size();
        if (i > 0 && bytes > answerBytes)
            return i;
    }
    return messages.size();
}

// How far one answer of `limit` objects goes: the change of the last that fits, or the conversation's last.
qint64 lastThatFits(const ConversationView &view, const QList<Message> &messages,
                    const QList<MemberChange> &members, qint64 since, int limit)
{
    QList<qint64> changes;
    for (const Message &message : messages)
        changes.append(message.change);
    for (const MemberChange &member : members)
        changes.append(member.change);
    if (view.fieldsChange > since)
        changes.append(view.fieldsChange);
    if (changes.size() <= limit)
        return view.conversation.lastChange;
    std::nth_element(changes.begin(), changes.begin() + limit - 1, changes.end());
    return changes[limit - 1];
}

Changes readChanges(Sql &sql, const ConversationView &view, qint64 since, int limit)
{
    // One more than fits tells whether there is more.
    const QList<Message> messages = readChangedMessages(sql, view, since, limit + 1);
    const QList<MemberChange> members = readChangedMembers(sql, view.conversation.id, since, limit + 1);
    Changes changes;
    changes.lastChange = lastThatFits(view, messages, members, since, limit);
    if (const qsizetype count = countThatFits(messages); count < messages.size())
        changes.lastChange = std::min(changes.lastChange, messages[count].change - 1);
    changes.hasMore = changes.lastChange < view.conversation.lastChange;
    for (const Message &message : messages) {
        if (message.change <= changes.lastChange)
            changes.messages.append(message);
    }
    for (const MemberChange &member : members) {
        if (member.change > changes.lastChange)
            break;
        if (member.removed)
            changes.removed.append(member.member.userId);
        else
            changes.members.append(member.member);
    }
    if (view.fieldsChange > since && view.fieldsChange <= changes.lastChange) {
        QList<ConversationView> views{view};
        fill(sql, views);
        changes.conversation = views.first().conversation;
    }
    return changes;
}

} // namespace

QCoro::Task<Result<Changes>> ConversationStore::changes(ConversationId id, UserId viewer, qint64 since,
                                                        int limit)
{
    return m_db.read([id, viewer, since, limit](Sql &sql) -> Result<Changes> {
        const auto view = readView(sql, id, viewer);
        if (!view)
            return noConversation();
        const qint64 last = view->conversation.lastChange;
        if (since <= 0 || since > last || last - since > Limits::changesTooFar)
            return readSnapshot(sql, *view);
        return readChanges(sql, *view, since, limit);
    });
}

} // namespace Hearth
