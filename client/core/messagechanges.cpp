// SPDX-License-Identifier: Apache-2.0
#include "core/messagechanges.h"

#include "core/messagechanges_p.h"
#include "core/permanent.h"
#include "util/uuid.h"
#include "wire/limits.h"

#include <algorithm>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

QString pathOf(const MessageId &id, const QString &part = {})
{
    return "/api/v1/messages/"_L1 + id + part;
}

HttpCall callFor(const MessageChange &change)
{
    const MessageId &id = change.message.messageId;
    switch (change.kind) {
    case MessageChange::Kind::Edit:
        return {"PUT", pathOf(id), {}, toJson(MessageEdit{change.text, change.mentions})};
    case MessageChange::Kind::Remove: return {"DELETE", pathOf(id)};
    case MessageChange::Kind::React:
        return {"POST", pathOf(id, u"/reactions"_s), {}, toJson(ReactionRequest{change.text})};
    case MessageChange::Kind::Unreact: return {"DELETE", pathOf(id, "/reactions/"_L1 + change.text)};
    case MessageChange::Kind::Pin: return {"PUT", pathOf(id, u"/pin"_s)};
    case MessageChange::Kind::Unpin: break;
    }
    return {"DELETE", pathOf(id, u"/pin"_s)};
}

// The server answers these without the message.
bool isAnsweredBare(MessageChange::Kind kind)
{
    return kind == MessageChange::Kind::Unreact || kind == MessageChange::Kind::Unpin;
}

} // namespace

MessageChanges::MessageChanges(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{
    d->q = this;
    connect(&d->connection, &Connection::ready, this, [this] { d->resume(); });
    connect(&d->connection, &Connection::lost, this, [this] { d->cancel(); });
    connect(&d->connection, &Connection::stateChanged, this, [this](ConnectionState state) {
        if (state == ConnectionState::Online)
            d->forgetAcknowledged();
    });
}

MessageChanges::~MessageChanges() = default;

QString MessageChanges::edit(const MessageRef &message, const QString &text, const QList<Mention> &mentions)
{
    // It takes the place of what was refused.
    for (const MessageChange &change : of(message.conversationId)) {
        if (change.message.messageId == message.messageId && change.error)
            drop(change.id);
    }
    return d->add(
        {.message = message, .kind = MessageChange::Kind::Edit, .text = text, .mentions = mentions});
}

QString MessageChanges::remove(const MessageRef &message)
{
    return d->add({.message = message, .kind = MessageChange::Kind::Remove});
}

QString MessageChanges::setReaction(const MessageRef &message, const QString &emoji, bool on)
{
    const auto kind = on ? MessageChange::Kind::React : MessageChange::Kind::Unreact;
    return d->add({.message = message, .kind = kind, .text = emoji});
}

QString MessageChanges::setPinned(const MessageRef &message, bool pinned)
{
    return d->add(
        {.message = message, .kind = pinned ? MessageChange::Kind::Pin : MessageChange::Kind::Unpin});
}

void MessageChanges::retry(const QString &changeId)
{
    Private::Entry *entry = d->find(changeId);
    if (!entry || !entry->change.error)
        return;
    entry->change.error.reset();
    const MessageRef message = entry->change.message;
    if (entry->stored)
        d->store.setChangeError(changeId, std::nullopt);
    else
        d->keep(entry->change);
    Q_EMIT changed(message);
    d->drain(message.messageId);
}

void MessageChanges::drop(const QString &changeId)
{
    const Private::Entry *entry = d->find(changeId);
    if (!entry || entry->sending || entry->acknowledged)
        return;
    const MessageRef message = entry->change.message;
    d->removeEntry(changeId);
    Q_EMIT changed(message);
}

QList<MessageChange> MessageChanges::of(const ConversationId &conversation) const
{
    QList<MessageChange> changes;
    for (const Private::Entry &entry : std::as_const(d->entries)) {
        if (entry.change.message.conversationId == conversation && !entry.acknowledged)
            changes.append(entry.change);
    }
    return changes;
}

Message MessageChanges::applied(Message message) const
{
    for (const Private::Entry &entry : std::as_const(d->entries)) {
        if (entry.change.message.messageId == message.id && !entry.change.error)
            message = withChange(std::move(message), entry.change, d->self);
    }
    return message;
}

QCoro::Task<Result<QList<MessageVersion>>> MessageChanges::versions(MessageId message)
{
    QList<MessageVersion> all;
    std::optional<QString> cursor;
    do {
        QUrlQuery query;
        if (cursor)
            query.addQueryItem(u"cursor"_s, QString::fromLatin1(QUrl::toPercentEncoding(*cursor)));
        const QString path = pathOf(message, u"/history"_s);
        const auto page = co_await d->rest.get<Page<MessageVersion>>(path, query);
        if (!page)
            co_return fail(page.error());
        all += page->items;
        cursor = page->nextCursor;
    } while (cursor);
    co_return all;
}

QCoro::Task<Result<ReceiptList>> MessageChanges::receipts(MessageId message)
{
    ReceiptList all;
    do {
        QUrlQuery query;
        query.addQueryItem(u"limit"_s, QString::number(Limits::pageMax));
        if (all.nextCursor)
            query.addQueryItem(u"cursor"_s, QString::fromLatin1(QUrl::toPercentEncoding(*all.nextCursor)));
        const QString path = pathOf(message, u"/receipts"_s);
        const auto page = co_await d->rest.get<ReceiptList>(path, query);
        if (!page)
            co_return fail(page.error());
        all.delivered += page->delivered;
        all.read += page->read;
        all.nextCursor = page->nextCursor;
    } while (all.nextCursor);
    co_return all;
}

QCoro::Task<Result<Message>> MessageChanges::find(ConversationId conversation, MessageId message)
{
    const QString condition = u"conversation_id = ? AND id = ?"_s;
    const QVariantList values{conversation, message};
    const auto stored = co_await d->store.select(condition, values, 1);
    if (stored && !stored->isEmpty())
        co_return applied(stored->first());
    const QString path = pathOf(message);
    const auto found = co_await d->rest.get<Message>(path);
    if (!found)
        co_return fail(found.error());
    co_return applied(*found);
}

void MessageChanges::Private::load(const QList<MessageChange> &changes)
{
    for (const MessageChange &change : changes)
        entries.append({change, true});
}

QString MessageChanges::Private::add(MessageChange change)
{
    change.id = uuidV7();
    change.madeAt = timing.wallClock();
    entries.append({change});
    keep(change);
    Q_EMIT q->changed(change.message);
    return change.id;
}

QCoro::Task<void> MessageChanges::Private::keep(MessageChange change)
{
    const auto kept = co_await store.enqueueChange(change);
    Entry *entry = find(change.id);
    if (!entry) {
        store.removeChange(change.id); // dropped meanwhile
        co_return;
    }
    entry->stored = kept.has_value();
    if (kept)
        drain(change.message.messageId);
    else
        refuse(*entry, kept.error());
}

QCoro::Task<void> MessageChanges::Private::drain(MessageId message)
{
    if (draining.contains(message))
        co_return;
    draining.insert(message);
    while (Entry *entry = connection.isReady() ? next(message) : nullptr) {
        const MessageChange change = entry->change;
        const Timestamp due = change.madeAt + timing.undoDelete;
        if (change.kind == MessageChange::Kind::Remove && timing.wallClock() < due) {
            co_await pauses.wait(duration_cast<Timing::ms>(due - timing.wallClock()) + Timing::ms(1));
            continue;
        }
        entry->sending = true;
        const HttpCall call = callFor(change);
        auto answer = co_await rest.send(call);
        if (answer && isAnsweredBare(change.kind)) {
            const HttpCall asked{"GET", pathOf(message)};
            answer = (co_await rest.send(asked)).value_or(QJsonObject());
        }
        settle(change.id, answer);
        if (!answer && !isPermanent(answer.error()) && connection.isReady()) {
            const auto delay = answer.error().retryAfterMs;
            co_await pauses.wait(delay ? Timing::ms(*delay) : timing.retryAfter);
        }
    }
    draining.remove(message);
}

void MessageChanges::Private::settle(const QString &id, const Result<QJsonObject> &answer)
{
    Entry *entry = find(id);
    if (!entry)
        return;
    entry->sending = false;
    if (answer) {
        entry->acknowledged = true;
        entry->answeredChange = qint64(answer->value("change"_L1).toDouble());
        store.removeChange(id);
        // The server's own news of it may have come before.
        const MessageRef message = entry->change.message;
        QCoro::connect(
            store.select(u"conversation_id = ? AND seq = ?"_s, {message.conversationId, message.seq}, 1), q,
            [this, message](const Result<QList<Message>> &stored) {
                take(stored.value_or(QList<Message>()));
                Q_EMIT q->changed(message);
            });
    } else if (isPermanent(answer.error())) {
        refuse(*entry, answer.error());
    }
}

// The text of an edit is kept for another try; anything else is undone and told.
void MessageChanges::Private::refuse(Entry &entry, const Error &error)
{
    const MessageChange change = entry.change;
    if (change.kind == MessageChange::Kind::Edit) {
        entry.change.error = error;
        if (entry.stored)
            store.setChangeError(change.id, error);
    } else {
        removeEntry(change.id);
    }
    Q_EMIT q->changed(change.message);
    if (change.kind != MessageChange::Kind::Edit)
        Q_EMIT q->refused(error);
}

void MessageChanges::Private::resume()
{
    const QList<Entry> waiting = entries;
    for (const Entry &entry : waiting)
        drain(entry.change.message.messageId);
}

void MessageChanges::Private::forgetAcknowledged()
{
    QList<MessageRef> changed;
    erase_if(entries, [&](const Entry &entry) {
        if (entry.acknowledged)
            changed.append(entry.change.message);
        return entry.acknowledged;
    });
    for (const MessageRef &message : std::as_const(changed))
        Q_EMIT q->changed(message);
}

// What was answered is over once the stored message has it.
void MessageChanges::Private::take(const QList<Message> &stored)
{
    for (const Message &message : stored) {
        erase_if(entries, [&](const Entry &entry) {
            if (!entry.acknowledged || entry.change.message.messageId != message.id)
                return false;
            return message.isDeleted
                || (entry.change.kind != MessageChange::Kind::Remove
                    && message.change >= entry.answeredChange);
        });
    }
}

void MessageChanges::Private::forget(const ConversationId &conversation)
{
    for (const MessageChange &change : q->of(conversation))
        removeEntry(change.id);
}

MessageChanges::Private::Entry *MessageChanges::Private::find(const QString &id)
{
    const auto entry = std::ranges::find_if(entries, [&](const Entry &e) { return e.change.id == id; });
    return entry == entries.end() ? nullptr : &*entry;
}

// Nothing while the oldest is not on the disk: later ones must wait for it.
MessageChanges::Private::Entry *MessageChanges::Private::next(const MessageId &message)
{
    for (Entry &entry : entries) {
        if (entry.change.message.messageId == message && !entry.acknowledged && !entry.change.error)
            return entry.stored ? &entry : nullptr;
    }
    return nullptr;
}

void MessageChanges::Private::removeEntry(const QString &id)
{
    erase_if(entries, [&](const Entry &entry) { return entry.change.id == id; });
    store.removeChange(id);
}

} // namespace Hearth
