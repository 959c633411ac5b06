// SPDX-License-Identifier: Apache-2.0
#include "core/threads.h"

#include "core/threads_p.h"
#include "wire/limits.h"

#include <algorithm>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int repliesMost = 2'000;

} // namespace

Threads::Threads(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{ }

Threads::~Threads() = default;

QCoro::Task<Result<QList<Message>>> Threads::stored(ConversationId conversation, MessageId root)
{
    const QString condition =
        u"conversation_id = ? AND (id = ? OR (extra IS NOT NULL AND json_extract(extra, '$.thread_root_id') = ?))"_s;
    const QVariantList values{conversation, root, root};
    auto messages = co_await d->store.select(condition, values, repliesMost);
    if (!messages)
        co_return messages;
    std::ranges::sort(*messages, {}, &Message::seq);
    co_return d->applied(std::move(*messages));
}

QCoro::Task<Result<QList<Message>>> Threads::onServer(ConversationId conversation, MessageId root)
{
    const int resets = d->roster.resets(conversation);
    const QString rootPath = "/api/v1/messages/"_L1 + root;
    const auto first = co_await d->rest.get<Message>(rootPath);
    if (!first)
        co_return fail(first.error());
    QList<Message> messages{*first};
    bool more = true;
    while (more && messages.size() < repliesMost) {
        QUrlQuery query;
        query.addQueryItem(u"limit"_s, QString::number(Limits::pageMax));
        query.addQueryItem(u"after_seq"_s, QString::number(messages.last().seq));
        const QString path = rootPath + "/replies"_L1;
        const auto page = co_await d->rest.get<Page<Message>>(path, query);
        if (!page)
            co_return fail(page.error());
        messages += page->items;
        more = page->hasMore && !page->items.isEmpty();
    }
    HistoryPage kept{conversation, messages, {1, 0}}; // with gaps between them: no range is known by this
    if (d->roster.find(conversation) && d->roster.resets(conversation) == resets)
        co_await d->store.keepHistory(std::move(kept));
    co_return d->applied(std::move(messages));
}

QList<Message> Threads::Private::applied(QList<Message> messages) const
{
    for (Message &message : messages)
        message = changes.applied(std::move(message));
    return messages;
}

} // namespace Hearth
