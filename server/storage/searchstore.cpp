// SPDX-License-Identifier: Apache-2.0
#include "storage/searchstore.h"

#include "storage/conversationrows.h"
#include "storage/messagerows.h"
#include "storage/searchscope.h"
#include "wire/limits.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto longestSearch = 1'000ms;
constexpr int mostRunning = 64; // searches, those that wait for a connection included
constexpr qsizetype mostHighlights = 100; // of one message
constexpr int retryMs = 1'000;

// What an earlier search took a connection for must not keep those who gave up long ago waiting.
constexpr auto longestWait = 3'000ms;

tl::unexpected<Error> tooBusy()
{
    return fail(Error{ErrorCode::Unavailable, u"Too many searches at once."_s, {}, retryMs});
}

Error tooSlow()
{
    return {ErrorCode::Unavailable, u"The search took too long. More or longer words make it faster."_s, {},
            retryMs};
}

QHash<qint64, Message> readFound(Sql &sql, const QList<qint64> &numbers)
{
    RowSet rows = sql.rowSet();
    for (const qint64 number : numbers)
        rows.add(number);
    QHash<qint64, Message> messages;
    Rows found = sql.run(u"SELECT " HEARTH_MESSAGE_COLUMNS ", s.number FROM {rows number BIGINT}"
                         " JOIN search_messages AS s ON s.number = rows.number"
                         " JOIN search_conversations AS x ON x.number = s.conversation"
                         " JOIN messages AS m ON m.conversation_id = x.conversation_id AND m.seq = s.seq"
                         " WHERE m.deleted_at IS NULL"_s,
                         rows);
    while (found.next()) {
        Message message = readMessage(found);
        qint64 number = 0;
        found >> number;
        messages.insert(number, std::move(message));
    }
    return messages;
}

Result<FoundMessages> findMessages(Sql &sql, const UserId &viewer, const MessageSearch &search,
                                   const SearchPage &page)
{
    const Deadline deadline(sql, longestSearch);
    const auto resolved = resolveSearch(sql, viewer, search, page);
    if (!resolved)
        return fail(resolved.error());
    FoundMessages found;
    if (!*resolved)
        return found;
    QList<qint64> numbers = probe(sql, **resolved, deadline);
    if (deadline.passed())
        return fail(tooSlow());
    if (numbers.size() > page.limit) {
        numbers.removeLast();
        found.next = numbers.last();
    }
    if (numbers.isEmpty())
        return found;
    const QHash<qint64, Message> messages = readFound(sql, numbers);
    for (const qint64 number : std::as_const(numbers)) {
        const auto message = messages.constFind(number);
        if (message == messages.cend())
            continue;
        found.items.append({*message, {}});
        if (!search.words.isEmpty())
            found.items.last().highlights =
                Search::highlights(search.words, Search::tokenize(message->content), mostHighlights);
    }
    return found;
}

// The words that each of the viewer's conversations can be found by.
QList<std::pair<ConversationId, QList<Search::Token>>> readNames(Sql &sql, const UserId &viewer)
{
    QList<std::pair<ConversationId, QList<Search::Token>>> names;
    Rows rows = sql.run(u"SELECT c.id, COALESCE(c.name, ''), COALESCE(c.description, '')"
                        " FROM conversation_members AS m"
                        " JOIN conversations AS c ON c.id = m.conversation_id AND c.deleted_at IS NULL"
                        " WHERE m.user_id = :viewer AND m.removed_at IS NULL"
                        " ORDER BY c.last_activity_at DESC, c.id DESC"_s,
                        {{":viewer", viewer}});
    while (rows.next()) {
        ConversationId id;
        QString name, description;
        rows >> id >> name >> description;
        names.append({id, Search::tokenize(name + u'\n' + description)});
    }
    return names;
}

QMultiHash<ConversationId, UserId> readOthers(Sql &sql, const UserId &viewer)
{
    QMultiHash<ConversationId, UserId> others;
    Rows rows = sql.run(u"SELECT o.conversation_id, o.user_id FROM conversation_members AS m"
                        " JOIN conversations AS c ON c.id = m.conversation_id AND c.deleted_at IS NULL"
                        " AND c.member_count <= :most"
                        " JOIN conversation_members AS o ON o.conversation_id = c.id"
                        " AND o.removed_at IS NULL AND o.user_id <> m.user_id"
                        " WHERE m.user_id = :viewer AND m.removed_at IS NULL"_s,
                        {{":most", Limits::membersInConversation}, {":viewer", viewer}});
    while (rows.next()) {
        ConversationId conversation;
        UserId user;
        rows >> conversation >> user;
        others.insert(conversation, user);
    }
    return others;
}

// Who is among `others`, with the words of their names.
QHash<UserId, QList<Search::Token>> readPeople(Sql &sql, const QMultiHash<ConversationId, UserId> &others)
{
    const QSet<UserId> ids(others.cbegin(), others.cend());
    RowSet rows = sql.rowSet();
    for (const UserId &id : ids)
        rows.add(id);
    QHash<UserId, QList<Search::Token>> people;
    if (rows.isEmpty())
        return people;
    Rows found = sql.run(u"SELECT u.id, u.username, u.display_name FROM {rows id TEXT}"
                         " JOIN users AS u ON u.id = rows.id"_s,
                         rows);
    while (found.next()) {
        UserId id;
        QString username, displayName;
        found >> id >> username >> displayName;
        people.insert(id, Search::tokenize(username + u'\n' + displayName));
    }
    return people;
}

Result<QList<Conversation>> findConversations(Sql &sql, const UserId &viewer,
                                              const QList<Search::Pattern> &words, int limit)
{
    const Deadline deadline(sql, longestSearch);
    const auto names = readNames(sql, viewer);
    const auto others = readOthers(sql, viewer);
    const auto people = readPeople(sql, others);
    QList<ConversationView> views;
    for (const auto &[id, tokens] : names) {
        if (views.size() == limit)
            break;
        QList<Search::Token> all = tokens;
        for (auto [other, end] = others.equal_range(id); other != end; ++other)
            all += people.value(*other);
        const bool fits = std::ranges::all_of(
            words, [&all](const Search::Pattern &word) { return Search::matches(word, all); });
        if (!fits)
            continue;
        if (auto view = readView(sql, id, viewer))
            views.append(std::move(*view));
    }
    fill(sql, views);
    if (deadline.passed())
        return fail(tooSlow());
    QList<Conversation> conversations;
    for (ConversationView &view : views)
        conversations.append(std::move(view.conversation));
    return conversations;
}

} // namespace

template<typename T>
QCoro::Task<Result<T>> SearchStore::run(std::function<Result<T>(Sql &)> work)
{
    if (m_running >= mostRunning)
        co_return tooBusy();
    ++m_running;
    const auto asked = std::chrono::steady_clock::now();
    auto inTime = [work = std::move(work), asked](Sql &sql) -> Result<T> {
        if (std::chrono::steady_clock::now() - asked > longestWait)
            return tooBusy();
        return work(sql);
    };
    auto found = co_await m_db.search(std::move(inTime));
    --m_running;
    // The database says only that it did not do it.
    const bool late = std::chrono::steady_clock::now() - asked >= longestSearch;
    if (!found && found.error().code == ErrorCode::Unavailable && late)
        co_return fail(tooSlow());
    co_return found;
}

QCoro::Task<Result<FoundMessages>> SearchStore::messages(UserId viewer, MessageSearch search, SearchPage page)
{
    return run<FoundMessages>(
        [viewer, search, page](Sql &sql) { return findMessages(sql, viewer, search, page); });
}

QCoro::Task<Result<QList<Conversation>>>
SearchStore::conversations(UserId viewer, QList<Search::Pattern> words, int limit)
{
    return run<QList<Conversation>>(
        [viewer, words, limit](Sql &sql) { return findConversations(sql, viewer, words, limit); });
}

} // namespace Hearth
