// SPDX-License-Identifier: Apache-2.0
#include "models/timelinestore.h"

#include "models/phrases.h"

#include <QDateTime>

#include <algorithm>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto groupGap = 300s;

QDate localDay(Timestamp at)
{
    return QDateTime::fromMSecsSinceEpoch(toMs(at)).date();
}

bool continues(const TimelineItem &previous, const TimelineItem &item)
{
    return previous.type != MessageType::System && previous.senderId == item.senderId
        && previous.day == item.day && std::chrono::abs(item.at - previous.at) < groupGap;
}

bool sameContent(const TimelineItem &a, const TimelineItem &b)
{
    return a.id == b.id && a.messageId == b.messageId && a.seq == b.seq && a.senderId == b.senderId
        && a.type == b.type && a.text == b.text && a.files == b.files && a.at == b.at && a.edited == b.edited
        && a.deleted == b.deleted && a.outgoing == b.outgoing && a.error == b.error
        && a.mentions == b.mentions && a.reply == b.reply && a.reactions == b.reactions
        && a.replies == b.replies && a.pinned == b.pinned && a.changing == b.changing
        && a.refusal == b.refusal;
}

// What is shown of a message where it is answered.
QString lineOf(const QString &text, const QList<File> &files)
{
    return text.isEmpty() && !files.isEmpty() ? files.first().name : singleLine(text);
}

// What waits to be sent looks like what the server will say of it.
QList<File> filesOf(const OutgoingMessage &message)
{
    QList<File> files;
    for (const OutgoingAttachment &attachment : message.attachments) {
        File file;
        file.id = attachment.id;
        file.name = attachment.file.name;
        file.mimeType = attachment.file.mimeType;
        file.size = attachment.file.size;
        file.width = attachment.file.width;
        file.height = attachment.file.height;
        files.append(std::move(file));
    }
    return files;
}

} // namespace

TimelineStore::TimelineStore(UserId self, NameOf nameOf)
    : m_self(std::move(self))
    , m_nameOf(std::move(nameOf))
{ }

QString TimelineStore::newRowId()
{
    return u"new"_s;
}

void TimelineStore::clear()
{
    m_outgoing.clear();
    m_members.clear();
    m_changes.clear();
    m_quotes.clear();
    m_extentFirst = m_extentLast = 0;
    m_newSeq = 0;
    reset({});
}

void TimelineStore::reset(const MessageSlice &slice)
{
    QHash<QString, const TimelineItem *> known;
    for (const TimelineItem &item : std::as_const(m_items))
        known.insert(item.id, &item);
    QList<TimelineItem> items = toItems(slice.messages);
    for (TimelineItem &item : items) {
        const TimelineItem *before = known.value(item.id);
        if (before && sameContent(*before, item))
            item.revision = before->revision;
    }
    m_items = items;
    m_hasOlder = slice.hasOlder;
    m_hasNewer = slice.hasNewer;
    rebuild();
}

void TimelineStore::prepend(const MessageSlice &slice)
{
    QList<TimelineItem> items = toItems(slice.messages);
    if (!m_items.isEmpty())
        items.removeIf([this](const TimelineItem &item) { return item.seq >= firstSeq(); });
    m_items = items + m_items;
    m_hasOlder = slice.hasOlder;
    rebuild();
}

void TimelineStore::append(const MessageSlice &slice)
{
    QList<TimelineItem> items = toItems(slice.messages);
    items.removeIf([this](const TimelineItem &item) { return item.seq <= lastSeq(); });
    m_items += items;
    m_hasNewer = slice.hasNewer;
    rebuild();
}

int TimelineStore::apply(const QList<Message> &messages)
{
    int arrived = 0;
    for (const Message &message : messages) {
        TimelineItem item = toItem(message);
        if (m_quotes.contains(message.id))
            setQuoted(message);
        else
            updateQuotes(
                {item.messageId, item.seq, item.senderId, lineOf(item.text, item.files), item.deleted});
        const bool isNew = message.seq > std::max(lastSeq(), m_extentLast);
        arrived += isNew && !item.own ? 1 : 0;
        m_extentLast = std::max(m_extentLast, message.seq);

        const auto at = std::ranges::lower_bound(m_items, message.seq, {}, &TimelineItem::seq);
        if (at != m_items.end() && at->seq == message.seq) {
            if (!sameContent(*at, item))
                *at = item;
        } else if (at != m_items.end()) {
            if (at != m_items.begin())
                m_items.insert(at, item);
        } else if (!m_hasNewer && (m_items.isEmpty() || message.seq == lastSeq() + 1)) {
            m_items.append(item);
        } else {
            m_hasNewer = true;
        }
    }
    rebuild();
    return arrived;
}

void TimelineStore::trimOlder(int keep)
{
    if (loaded() <= keep)
        return;
    m_items.remove(0, loaded() - keep);
    m_hasOlder = true;
    rebuild();
}

void TimelineStore::trimNewer(int keep)
{
    if (loaded() <= keep)
        return;
    m_items.remove(keep, loaded() - keep);
    m_hasNewer = true;
    rebuild();
}

void TimelineStore::setOutgoing(const QList<OutgoingMessage> &outgoing)
{
    QList<TimelineItem> items;
    items.reserve(outgoing.size());
    for (const OutgoingMessage &message : outgoing) {
        const auto before = std::ranges::find(m_outgoing, message.clientMsgId, &TimelineItem::id);
        items.append(toItem(message, before == m_outgoing.end() ? nullptr : &*before));
    }
    m_outgoing = items;
    rebuild();
}

void TimelineStore::setChanges(const QList<MessageChange> &changes)
{
    m_changes = changes;
    for (TimelineItem &item : m_items) {
        TimelineItem changed = item;
        applyChanges(changed);
        if (sameContent(changed, item))
            continue;
        changed.revision = ++m_revision;
        item = std::move(changed);
    }
}

void TimelineStore::applyChanges(TimelineItem &item) const
{
    item.changing = false;
    item.refusal.clear();
    for (const MessageChange &change : m_changes) {
        if (change.message.messageId != item.messageId)
            continue;
        item.changing |= !change.error;
        if (change.error) {
            item.refusal = change.error->detail;
            item.refusedChange = change.id;
        }
    }
}

QuotedMessage TimelineStore::quoted(const MessageId &id) const
{
    const auto loaded = std::ranges::find(m_items, id, &TimelineItem::messageId);
    if (loaded == m_items.end())
        return m_quotes.value(id, {.id = id});
    return {id, loaded->seq, loaded->senderId, lineOf(loaded->text, loaded->files), loaded->deleted};
}

QList<MessageId> TimelineStore::unknownQuotes() const
{
    QList<MessageId> unknown;
    for (const QList<TimelineItem> *items : {&m_items, &m_outgoing}) {
        for (const TimelineItem &item : *items) {
            if (item.reply && item.reply->seq == 0 && !item.reply->gone && !unknown.contains(item.reply->id))
                unknown.append(item.reply->id);
        }
    }
    return unknown;
}

void TimelineStore::setQuoted(const Message &message)
{
    const QuotedMessage found{message.id, message.seq, message.senderId,
                              lineOf(message.content, message.attachments), message.isDeleted};
    m_quotes.insert(found.id, found);
    updateQuotes(found);
}

void TimelineStore::setQuotedGone(const MessageId &id)
{
    m_quotes.insert(id, {.id = id, .gone = true});
    updateQuotes(m_quotes.value(id));
}

void TimelineStore::updateQuotes(const QuotedMessage &quoted)
{
    for (QList<TimelineItem> *items : {&m_items, &m_outgoing}) {
        for (TimelineItem &item : *items) {
            if (!item.reply || item.reply->id != quoted.id || item.reply == quoted)
                continue;
            item.reply = quoted;
            item.revision = ++m_revision;
        }
    }
}

void TimelineStore::setMembers(const QList<Member> &members)
{
    m_members = members;
    m_members.removeIf([this](const Member &member) { return member.userId == m_self; });
}

void TimelineStore::setExtent(qint64 firstSeq, qint64 lastSeq)
{
    m_extentFirst = firstSeq;
    m_extentLast = lastSeq;
}

void TimelineStore::markNewAfter(qint64 readSeq)
{
    const auto unread = std::ranges::find_if(
        m_items, [readSeq](const TimelineItem &item) { return item.seq > readSeq && !item.own; });
    m_newSeq = unread == m_items.end() ? 0 : unread->seq;
    rebuild();
}

void TimelineStore::clearNew()
{
    m_newSeq = 0;
    rebuild();
}

const TimelineItem &TimelineStore::item(int index) const
{
    return index < m_items.size() ? m_items.at(index) : m_outgoing.at(index - m_items.size());
}

int TimelineStore::indexOf(const QString &rowId) const
{
    return m_rowIndex.value(rowId, -1);
}

qint64 TimelineStore::olderCount() const
{
    return m_hasOlder && m_extentFirst > 0 ? std::max<qint64>(0, firstSeq() - m_extentFirst) : 0;
}

qint64 TimelineStore::newerCount() const
{
    return m_hasNewer ? std::max<qint64>(0, m_extentLast - lastSeq()) : 0;
}

MessageProgress TimelineStore::progress(const TimelineItem &item) const
{
    if (!item.own || item.type == MessageType::System)
        return MessageProgress::None;
    if (item.changing)
        return MessageProgress::Queued;
    if (item.outgoing) {
        switch (*item.outgoing) {
        case OutgoingState::Queued: return MessageProgress::Queued;
        case OutgoingState::Sending: return MessageProgress::Sending;
        case OutgoingState::Failed: return MessageProgress::Failed;
        }
    }
    if (m_members.isEmpty())
        return MessageProgress::Sent;
    const auto everybody = [&](qint64 Member::*watermark) {
        return std::ranges::all_of(m_members, [&](const Member &m) { return m.*watermark >= item.seq; });
    };
    if (everybody(&Member::readSeq))
        return MessageProgress::Read;
    return everybody(&Member::deliveredSeq) ? MessageProgress::Delivered : MessageProgress::Sent;
}

int TimelineStore::readers(const TimelineItem &item) const
{
    if (item.seq == 0)
        return 0;
    return int(std::ranges::count_if(m_members, [&](const Member &m) { return m.readSeq >= item.seq; }));
}

TimelineItem TimelineStore::toItem(const Message &message)
{
    const bool own = message.senderId == m_self;
    TimelineItem item{
        .id = own && message.clientMsgId ? *message.clientMsgId : message.id,
        .messageId = message.id,
        .seq = message.seq,
        .threadRootId = message.threadRootId.value_or(message.id),
        .revision = ++m_revision,
        .senderId = message.senderId,
        .type = message.type,
        .text = message.content,
        .files = message.attachments,
        .mentions = message.mentions,
        .reactions = message.reactions,
        .replies = message.replyCount.value_or(0),
        .pinned = message.pinned,
        .at = message.createdAt,
        .day = localDay(message.createdAt),
        .own = own,
        .edited = message.isEdited,
        .deleted = message.isDeleted,
    };
    if (message.replyToId && !message.isDeleted)
        item.reply = quoted(*message.replyToId);
    applyChanges(item);
    return item;
}

TimelineItem TimelineStore::toItem(const OutgoingMessage &message, const TimelineItem *before)
{
    TimelineItem item{
        .id = message.clientMsgId,
        .revision = ++m_revision,
        .senderId = m_self,
        .type = message.draft.type,
        .text = message.draft.content,
        .files = filesOf(message),
        .mentions = message.draft.mentions,
        .at = message.writtenAt,
        .day = localDay(message.writtenAt),
        .own = true,
        .outgoing = message.state,
        .error = message.error ? message.error->detail : QString(),
    };
    if (message.draft.replyToId)
        item.reply = quoted(*message.draft.replyToId);
    if (before && sameContent(*before, item))
        return *before;
    if (message.state == OutgoingState::Sending)
        item.sendingSince = now();
    return item;
}

QList<TimelineItem> TimelineStore::toItems(const QList<Message> &messages)
{
    QList<TimelineItem> items;
    items.reserve(messages.size());
    for (const Message &message : messages)
        items.append(toItem(message));
    return items;
}

// The acknowledgement may be here before the session says that the message no longer waits.
bool TimelineStore::isWaiting(const TimelineItem &item) const
{
    return std::ranges::none_of(m_items, [&](const TimelineItem &stored) { return stored.id == item.id; });
}

void TimelineStore::rebuild()
{
    m_rows.clear();
    const TimelineItem *previous = nullptr;
    const auto add = [&](const TimelineItem &item, int index) {
        const bool newDay = !previous || previous->day != item.day;
        const bool isNew = m_newSeq > 0 && item.seq == m_newSeq;
        if (newDay)
            m_rows.append({TimelineRow::Kind::Day, u"day:"_s + item.id, index});
        if (isNew)
            m_rows.append({TimelineRow::Kind::New, newRowId(), index});
        auto kind = TimelineRow::Kind::First;
        if (item.type == MessageType::System)
            kind = TimelineRow::Kind::System;
        else if (!newDay && !isNew && continues(*previous, item))
            kind = TimelineRow::Kind::Continued;
        m_rows.append({kind, item.id, index});
        previous = &item;
    };

    for (int i = 0; i < m_items.size(); ++i)
        add(m_items.at(i), i);
    for (int i = 0; !m_hasNewer && i < m_outgoing.size(); ++i) {
        if (isWaiting(m_outgoing.at(i)))
            add(m_outgoing.at(i), int(m_items.size()) + i);
    }

    m_rowIndex.clear();
    m_rowIndex.reserve(m_rows.size());
    for (int i = 0; i < m_rows.size(); ++i)
        m_rowIndex.insert(m_rows.at(i).id, i);
}

} // namespace Hearth
