// SPDX-License-Identifier: Apache-2.0
#include "core/outbox.h"

#include "core/connection.h"
#include "core/localstore.h"
#include "core/permanent.h"
#include "core/uploads.h"
#include "util/uuid.h"

#include <algorithm>

namespace Hearth {

namespace {

bool isUploaded(const OutgoingMessage &message)
{
    return std::ranges::none_of(message.attachments, &QString::isEmpty, &OutgoingAttachment::fileId);
}

MessageDraft draftOf(const OutgoingMessage &message)
{
    MessageDraft draft = message.draft;
    for (const OutgoingAttachment &attachment : message.attachments)
        draft.attachmentIds.append(attachment.fileId);
    return draft;
}

QList<OutgoingAttachment> attachmentsOf(const QList<OutgoingFile> &files)
{
    QList<OutgoingAttachment> attachments;
    for (const OutgoingFile &file : files)
        attachments.append({uuidV7(), file});
    return attachments;
}

} // namespace

Outbox::Outbox(Connection &connection, LocalStore &store, Uploads &uploads, const Timing &timing)
    : m_connection(connection)
    , m_store(store)
    , m_uploads(uploads)
    , m_timing(timing)
{
    connect(&uploads, &Uploads::copied, this, [this](const QString &id) {
        if (OutgoingAttachment *attachment = findAttachment(id).second)
            attachment->copied = true;
    });
    connect(&uploads, &Uploads::uploaded, this, &Outbox::setUploaded);
    connect(&uploads, &Uploads::failed, this, &Outbox::setUploadFailed);
    connect(&connection, &Connection::ready, this, &Outbox::resume);
    connect(&connection, &Connection::lost, this, &Outbox::cancel);
}

void Outbox::load(const QList<OutgoingMessage> &messages)
{
    QList<OutgoingAttachment> attachments;
    for (const OutgoingMessage &message : messages) {
        m_entries[message.conversationId].append({message, true});
        m_conversations.insert(message.clientMsgId, message.conversationId);
        attachments += message.attachments;
    }
    m_uploads.load(attachments);
    for (const QList<Entry> &entries : std::as_const(m_entries)) {
        for (const Entry &entry : entries)
            upload(entry);
    }
}

QList<OutgoingMessage> Outbox::of(const ConversationId &id) const
{
    QList<OutgoingMessage> messages;
    for (const Entry &entry : m_entries.value(id))
        messages.append(entry.message);
    return messages;
}

QString Outbox::add(const ConversationId &id, MessageDraft draft, const QList<OutgoingFile> &files)
{
    draft.clientMsgId = uuidV7();
    OutgoingMessage message{*draft.clientMsgId, id, draft, now()};
    message.attachments = attachmentsOf(files);
    m_entries[id].append({message});
    m_conversations.insert(message.clientMsgId, id);
    keep(message);
    Q_EMIT changed(id);
    return message.clientMsgId;
}

QCoro::Task<void> Outbox::keep(OutgoingMessage message)
{
    const auto stored = co_await m_store.enqueue(message);
    Entry *entry = find(message.clientMsgId);
    if (!entry)
        co_return;
    entry->stored = stored.has_value();
    if (stored) {
        upload(*entry);
        drain(message.conversationId);
        co_return;
    }
    entry->message.state = OutgoingState::Failed;
    entry->message.error = stored.error();
    Q_EMIT changed(message.conversationId);
}

void Outbox::retry(const QString &clientMsgId)
{
    Entry *entry = find(clientMsgId);
    if (!entry || entry->message.state != OutgoingState::Failed)
        return;
    entry->message.state = OutgoingState::Queued;
    entry->message.error.reset();
    const OutgoingMessage message = entry->message;
    if (entry->stored) {
        m_store.setOutgoingError(clientMsgId, std::nullopt);
        upload(*entry);
    } else {
        keep(message);
    }
    Q_EMIT changed(message.conversationId);
    drain(message.conversationId);
}

void Outbox::drop(const QString &clientMsgId)
{
    const Entry *entry = find(clientMsgId);
    if (!entry || entry->message.state == OutgoingState::Sending)
        return;
    const ConversationId id = entry->message.conversationId;
    remove(clientMsgId);
    Q_EMIT changed(id);
    drain(id);
}

bool Outbox::rewrite(const QString &clientMsgId, const QString &text, const QList<Mention> &mentions)
{
    Entry *entry = find(clientMsgId);
    if (!entry || entry->acknowledged || entry->message.state == OutgoingState::Sending)
        return false;
    entry->message.draft.content = text;
    entry->message.draft.mentions = mentions;
    m_store.setOutgoingDraft(clientMsgId, entry->message.draft);
    if (entry->message.state == OutgoingState::Failed)
        retry(clientMsgId);
    else
        Q_EMIT changed(entry->message.conversationId);
    return true;
}

bool Outbox::confirm(const QString &clientMsgId)
{
    const bool waited = find(clientMsgId) != nullptr;
    if (waited)
        remove(clientMsgId);
    return waited;
}

void Outbox::forget(const ConversationId &id)
{
    for (const Entry &entry : m_entries.take(id)) {
        m_conversations.remove(entry.message.clientMsgId);
        m_uploads.retire(entry.message.attachments);
    }
}

// What was under way when the connection went may or may not have arrived, so it is sent again.
void Outbox::resume()
{
    for (const ConversationId &id : m_entries.keys()) {
        for (Entry &entry : m_entries[id]) {
            entry.acknowledged = false;
            upload(entry);
        }
        drain(id);
    }
}

QCoro::Task<void> Outbox::drain(ConversationId id)
{
    if (m_draining.contains(id))
        co_return;
    m_draining.insert(id);
    while (Entry *entry = m_connection.isReady() ? next(id) : nullptr) {
        const QString clientMsgId = entry->message.clientMsgId;
        const SendMessage frame{id, draftOf(entry->message)};
        entry->message.state = OutgoingState::Sending;
        Q_EMIT changed(id);
        const auto answer = co_await m_connection.request(frame);
        settle(clientMsgId, answer);
        if (!answer && !isPermanent(answer.error()) && m_connection.isReady()) {
            const auto delay = answer.error().retryAfterMs;
            co_await m_pauses.wait(delay ? Timing::ms(*delay) : m_timing.retryAfter);
        }
    }
    m_draining.remove(id);
}

void Outbox::settle(const QString &clientMsgId, const Result<QJsonObject> &answer)
{
    Entry *entry = find(clientMsgId);
    if (!entry)
        return; // confirmed by message.new already
    const ConversationId id = entry->message.conversationId;
    if (answer) {
        entry->acknowledged = true;
        if (const auto message = fromJson<Message>(*answer))
            Q_EMIT acknowledged(*message);
        return;
    }
    const bool filesGone = answer.error().pointer.startsWith(QStringLiteral("/attachment_ids"));
    if (filesGone && !entry->uploadedAgain && !entry->message.attachments.isEmpty())
        uploadAgain(*entry);
    else if (isPermanent(answer.error()))
        setFailed(*entry, answer.error());
    else
        entry->message.state = OutgoingState::Queued;
    Q_EMIT changed(id);
}

void Outbox::setFailed(Entry &entry, const Error &error)
{
    entry.message.state = OutgoingState::Failed;
    entry.message.error = error;
    m_store.setOutgoingError(entry.message.clientMsgId, error);
}

void Outbox::upload(const Entry &entry)
{
    if (!entry.stored || entry.message.state == OutgoingState::Failed)
        return;
    for (const OutgoingAttachment &attachment : QList(entry.message.attachments))
        m_uploads.start(attachment);
}

// A file that no message holds goes after a day, and the message may have waited for longer.
void Outbox::uploadAgain(Entry &entry)
{
    entry.uploadedAgain = true;
    entry.message.state = OutgoingState::Queued;
    for (OutgoingAttachment &attachment : entry.message.attachments) {
        attachment.fileId.clear();
        m_store.setAttachmentUploaded(attachment.id, {});
    }
    upload(entry);
}

void Outbox::setUploaded(const QString &attachmentId, const QString &fileId)
{
    const auto [entry, attachment] = findAttachment(attachmentId);
    if (!entry)
        return;
    attachment->fileId = fileId;
    drain(ConversationId(entry->message.conversationId));
}

void Outbox::setUploadFailed(const QString &attachmentId, const Error &error)
{
    Entry *entry = findAttachment(attachmentId).first;
    if (!entry)
        return;
    const ConversationId id = entry->message.conversationId;
    setFailed(*entry, error);
    Q_EMIT changed(id);
    drain(id); // the next ones need not wait
}

std::pair<Outbox::Entry *, OutgoingAttachment *> Outbox::findAttachment(const QString &id)
{
    for (QList<Entry> &entries : m_entries) {
        for (Entry &entry : entries) {
            for (OutgoingAttachment &attachment : entry.message.attachments) {
                if (attachment.id == id)
                    return {&entry, &attachment};
            }
        }
    }
    return {};
}

Outbox::Entry *Outbox::find(const QString &clientMsgId)
{
    const auto entries = m_entries.find(m_conversations.value(clientMsgId));
    if (entries == m_entries.end())
        return nullptr;
    for (Entry &entry : *entries) {
        if (entry.message.clientMsgId == clientMsgId)
            return &entry;
    }
    return nullptr;
}

// The oldest that is to be sent; nothing while it is not on the disk or its files are not with the server,
// because later ones must wait for it.
Outbox::Entry *Outbox::next(const ConversationId &id)
{
    const auto entries = m_entries.find(id);
    if (entries == m_entries.end())
        return nullptr;
    for (Entry &entry : *entries) {
        if (!entry.acknowledged && entry.message.state != OutgoingState::Failed)
            return entry.stored && isUploaded(entry.message) ? &entry : nullptr;
    }
    return nullptr;
}

void Outbox::remove(const QString &clientMsgId)
{
    const QList<OutgoingAttachment> attachments = find(clientMsgId)->message.attachments;
    const ConversationId id = m_conversations.take(clientMsgId);
    erase_if(m_entries[id], [&](const Entry &entry) { return entry.message.clientMsgId == clientMsgId; });
    if (m_entries[id].isEmpty())
        m_entries.remove(id);
    m_store.removeOutgoing(clientMsgId);
    m_uploads.retire(attachments);
}

} // namespace Hearth
