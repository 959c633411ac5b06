// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/timelinestore.h"

#include <QRandomGenerator>

// Messages and stores for tests of the timeline.
namespace Hearth::TimelineFixture {

using namespace Qt::Literals::StringLiterals;

inline constexpr Timestamp noon = fromMs(1'767'960'000'000); // 2026-01-09T12:00:00Z
inline const UserId me = u"me"_s;
inline const UserId ana = u"ana"_s;
inline const UserId li = u"li"_s;

inline QString nameOf(const UserId &id)
{
    return id == me ? u"Mia Weber"_s : id == ana ? u"Ana Costa"_s : u"Li Wei"_s;
}

inline Message message(qint64 seq, const UserId &sender, const QString &text, Timestamp at = noon)
{
    Message m;
    m.id = u"m%1"_s.arg(seq);
    m.conversationId = u"c"_s;
    m.seq = seq;
    m.change = seq;
    m.senderId = sender;
    if (sender == me)
        m.clientMsgId = u"client%1"_s.arg(seq);
    m.content = text;
    m.createdAt = at;
    return m;
}

// Text of one to about forty words; the same for the same number.
inline QString someText(qint64 seed)
{
    static const QStringList words =
        u"the build is green again but one test still waits for a clock which never "
        "ticks so **please** have a look at `main.cpp` before lunch 🙂 https://example.org/x"_s.split(u' ');
    QRandomGenerator random(quint32(seed + 17));
    QStringList text;
    for (int count = 1 + int(random.bounded(random.bounded(8) == 0 ? 40 : 12)); count > 0; --count)
        text.append(words.at(random.bounded(words.size())));
    return text.join(u' ');
}

// Three people take turns; a message every `gap`.
inline Message someMessage(qint64 seq, std::chrono::seconds gap = std::chrono::seconds(70))
{
    const UserId senders[] = {ana, ana, me, li, me, ana, ana};
    return message(seq, senders[(seq / 2) % 7], someText(seq), noon + seq * gap);
}

inline MessageSlice slice(qint64 from, qint64 to, bool hasOlder = false, bool hasNewer = false)
{
    MessageSlice slice{{}, hasOlder, hasNewer};
    for (qint64 seq = from; seq <= to; ++seq)
        slice.messages.append(someMessage(seq));
    return slice;
}

inline OutgoingMessage outgoing(const QString &id, const QString &text, OutgoingState state,
                                Timestamp at = noon)
{
    OutgoingMessage m{
        .clientMsgId = id, .conversationId = u"c"_s, .draft = {}, .writtenAt = at, .state = state};
    m.draft.clientMsgId = id;
    m.draft.content = text;
    if (state == OutgoingState::Failed)
        m.error = Error{ErrorCode::Forbidden, u"You may not write here."_s};
    return m;
}

inline Member member(const UserId &id, qint64 delivered, qint64 read)
{
    Member m;
    m.userId = id;
    m.deliveredSeq = delivered;
    m.readSeq = read;
    return m;
}

inline QStringList ids(const TimelineStore &store)
{
    QStringList ids;
    for (const TimelineRow &row : store.rows())
        ids.append(row.id);
    return ids;
}

} // namespace Hearth::TimelineFixture
