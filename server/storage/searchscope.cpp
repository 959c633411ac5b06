// SPDX-License-Identifier: Apache-2.0
#include "storage/searchscope.h"

#include "storage/conversationrows.h"

#include <limits>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

// A conversation that the viewer is in.
struct Own {
    ConversationId id;
    QString nameKey; // case-folded
    qint64 messages = 0;
    std::optional<int> number = {}; // none while nothing of it is indexed
};

// Above that many conversations, what others said is filtered out instead of being asked for by token.
constexpr qsizetype mostConversationTokens = 256;

QList<Own> readOwnConversations(Sql &sql, const UserId &viewer)
{
    QList<Own> list;
    Rows rows = sql.run(u"SELECT c.id, COALESCE(c.name, ''), c.last_seq - c.first_seq + 1, x.number"
                        " FROM conversation_members AS m"
                        " JOIN conversations AS c ON c.id = m.conversation_id AND c.deleted_at IS NULL"
                        " LEFT JOIN search_conversations AS x ON x.conversation_id = c.id"
                        " WHERE m.user_id = :viewer AND m.removed_at IS NULL"_s,
                        {{":viewer", viewer}});
    while (rows.next()) {
        Own own;
        rows >> own.id >> own.nameKey >> own.messages >> own.number;
        own.nameKey = own.nameKey.toCaseFolded();
        list.append(own);
    }
    return list;
}

tl::unexpected<Error> unknownIn(const QString &filter, const QString &name, const QString &what)
{
    return fail(ErrorCode::InvalidField, u"%1: there is no %2 \"%3\"."_s.arg(filter, what, name), u"/q"_s);
}

// The tokens of the people that are named, by username or id.
Result<QStringList> senderTokens(Sql &sql, const UserId &viewer, const QStringList &names)
{
    QStringList tokens;
    for (QString name : names) {
        if (name.compare("me"_L1, Qt::CaseInsensitive) == 0) {
            tokens += SearchTokens::sender(viewer);
            continue;
        }
        if (name.startsWith(u'@'))
            name.remove(0, 1);
        Rows row = sql.run(u"SELECT id FROM users WHERE username_key = :key OR id = :id"_s,
                           {{":key", name.toCaseFolded()}, {":id", name}});
        bool found = false;
        for (; row.next(); found = true) {
            UserId id;
            row >> id;
            tokens += SearchTokens::sender(id);
        }
        if (!found)
            return unknownIn(u"from"_s, name, u"user"_s);
    }
    return tokens;
}

// The numbers of the conversations that are named, by name or id; those that are not indexed yet have none.
Result<QSet<int>> numbersNamed(const QList<Own> &conversations, const QStringList &names)
{
    QSet<int> numbers;
    for (const QString &name : names) {
        const QString key = name.toCaseFolded();
        bool found = false;
        for (const Own &own : conversations) {
            if (own.id != name && own.nameKey != key)
                continue;
            found = true;
            if (own.number)
                numbers.insert(*own.number);
        }
        if (!found)
            return unknownIn(u"in"_s, name, u"conversation of yours"_s);
    }
    return numbers;
}

QStringList conversationTokens(const QSet<int> &numbers)
{
    QStringList tokens;
    for (const int number : numbers)
        tokens += SearchTokens::conversation(number);
    return tokens;
}

QStringList markTokens(const QList<SearchMark> &marks)
{
    QStringList tokens;
    for (const SearchMark mark : marks)
        tokens += SearchTokens::mark(mark);
    return tokens;
}

// Which conversations to look into; sets `probe.conversations` where that narrows the search.
Result<bool> resolveConversations(Sql &sql, SearchProbe &probe, const MessageSearch &search,
                                  const SearchPage &page)
{
    const QList<Own> own = readOwnConversations(sql, probe.viewer);
    const auto wanted = numbersNamed(own, search.in);
    if (!wanted)
        return fail(wanted.error());
    const auto unwanted = numbersNamed(own, search.notIn);
    if (!unwanted)
        return fail(unwanted.error());

    bool isOwn = !page.conversation;
    QSet<int> numbers;
    for (const Own &conversation : own) {
        const bool asked = !page.conversation || *page.conversation == conversation.id;
        isOwn = isOwn || asked;
        if (asked && conversation.number && (search.in.isEmpty() || wanted->contains(*conversation.number))) {
            numbers.insert(*conversation.number);
            probe.messages += conversation.messages;
        }
    }
    if (!isOwn)
        return noConversation();
    if (numbers.size() <= mostConversationTokens)
        probe.conversations = conversationTokens(numbers);
    probe.unwantedMarks += conversationTokens(*unwanted);
    return !numbers.isEmpty();
}

qint64 numberAt(Timestamp at)
{
    const Timestamp last = fromMs(std::numeric_limits<qint64>::max() / SearchTokens::numbersPerMs);
    return SearchTokens::firstNumber(std::clamp(at, Timestamp(), last));
}

} // namespace

Result<std::optional<SearchProbe>> resolveSearch(Sql &sql, const UserId &viewer, const MessageSearch &search,
                                                 const SearchPage &page)
{
    SearchProbe probe{viewer, search.words, search.unwantedWords, markTokens(search.marks),
                      markTokens(search.unwantedMarks)};
    const auto possible = resolveConversations(sql, probe, search, page);
    if (!possible)
        return fail(possible.error());
    const auto senders = senderTokens(sql, viewer, search.from);
    if (!senders)
        return fail(senders.error());
    const auto notSenders = senderTokens(sql, viewer, search.notFrom);
    if (!notSenders)
        return fail(notSenders.error());
    probe.senders = *senders;
    probe.unwantedMarks += *notSenders;
    if (search.mentionsMe)
        probe.marks += SearchTokens::mention(viewer);
    if (search.notMentionsMe)
        probe.unwantedMarks += SearchTokens::mention(viewer);
    if (search.unread != search.notUnread)
        probe.unread = search.unread;
    probe.from = search.after ? numberAt(*search.after) : 0;
    probe.below = search.before ? numberAt(*search.before) : std::numeric_limits<qint64>::max();
    probe.below = std::min(probe.below, page.before.value_or(probe.below));
    probe.limit = page.limit + 1;
    const bool contradiction = search.unread && search.notUnread;
    if (!*possible || contradiction || probe.from >= probe.below)
        return std::nullopt;
    return probe;
}

} // namespace Hearth
