// SPDX-License-Identifier: Apache-2.0
#include "core/search.h"

#include "core/search_p.h"
#include "core/searchcondition.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int resultsStored = 200;
constexpr int resultsPerPage = 30;

// The caller gives each value encoded, because a plus in it would be read as a space.
QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

} // namespace

Search::Search(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{ }

Search::~Search() = default;

QCoro::Task<Result<QList<SearchResult>>> Search::stored(Query query)
{
    const auto called = [this](const QString &name) {
        QList<ConversationId> ids;
        for (const ConversationId &id : d->roster.ids()) {
            const auto summary = d->roster.summary(id);
            const QString title = summary->directWith ? d->people.user(*summary->directWith).displayName
                                                      : summary->conversation.name.value_or(QString());
            if (id == name || title.compare(name, Qt::CaseInsensitive) == 0)
                ids.append(id);
        }
        return ids;
    };
    QList<SearchPart> parts = typedParts(query.text);
    const QList<SearchPart> typed = parts;
    if (query.in)
        parts.append({u"in"_s, *query.in});
    const auto condition = searchCondition(parts, d->self, called);
    if (typed.isEmpty() || !condition)
        co_return QList<SearchResult>();
    const auto messages = co_await d->store.select(condition->text, condition->values, resultsStored);
    if (!messages)
        co_return fail(messages.error());
    QList<SearchResult> results;
    for (const Message &message : *messages) {
        if (d->roster.find(message.conversationId))
            results.append({message, highlightsOf(typed, message.content)});
    }
    co_return results;
}

QCoro::Task<Result<Page<SearchResult>>> Search::onServer(Query query, std::optional<QString> cursor)
{
    QUrlQuery parameters;
    parameters.addQueryItem(u"q"_s, encoded(query.text));
    parameters.addQueryItem(u"limit"_s, QString::number(resultsPerPage));
    if (query.in)
        parameters.addQueryItem(u"conversation_id"_s, encoded(*query.in));
    if (cursor)
        parameters.addQueryItem(u"cursor"_s, encoded(*cursor));
    const QString path = u"/api/v1/search/messages"_s;
    co_return co_await d->rest.get<Page<SearchResult>>(path, parameters);
}

QCoro::Task<Result<qint64>> Search::placeAt(ConversationId conversation, Timestamp time)
{
    const Conversation *known = d->roster.find(conversation);
    if (!known)
        co_return fail(ErrorCode::NotFound, u"The conversation is gone."_s);
    const qint64 first = known->firstSeq;
    const qint64 last = known->lastSeq;
    const auto newestBefore = [first, last](const QList<Message> &messages) {
        return messages.isEmpty() ? first : std::min(messages.first().seq + 1, last);
    };
    if (d->connection.isReady()) {
        const Query query{u"before:"_s + QString::fromLatin1(toRfc3339(time)), conversation};
        const auto page = co_await onServer(query);
        if (page) {
            co_return newestBefore(page->items.isEmpty() ? QList<Message>()
                                                         : QList{page->items.first().message});
        }
        if (!isRetryable(page.error().code))
            co_return fail(page.error());
    }
    const QString condition = u"conversation_id = ? AND created_at < ?"_s;
    const QVariantList values{conversation, toMs(time)};
    const auto stored = co_await d->store.select(condition, values, 1);
    co_return stored.map(newestBefore);
}

} // namespace Hearth
