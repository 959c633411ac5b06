// SPDX-License-Identifier: Apache-2.0
#include "models/unreadtotal.h"

#include "core/session.h"
#include "models/conversationrow.h"

namespace Hearth {

namespace {

int audibleUnread(const Conversation &conversation)
{
    return isMuted(conversation.my) ? 0 : unreadOf(conversation);
}

} // namespace

UnreadTotal::UnreadTotal(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    connect(&session, &Session::conversationsReset, this, &UnreadTotal::countAll);
    connect(&session, &Session::conversationChanged, this, &UnreadTotal::countOne);
    countAll();
}

void UnreadTotal::countAll()
{
    m_unread.clear();
    int count = 0;
    for (const ConversationSummary &summary : m_session.conversations()) {
        const int unread = audibleUnread(summary.conversation);
        if (unread > 0)
            m_unread.insert(summary.conversation.id, unread);
        count += unread;
    }
    setCount(count);
}

void UnreadTotal::countOne(const ConversationId &id)
{
    const auto summary = m_session.conversation(id);
    const int unread = summary ? audibleUnread(summary->conversation) : 0;
    const int before = m_unread.take(id);
    if (unread > 0)
        m_unread.insert(id, unread);
    setCount(m_count - before + unread);
}

void UnreadTotal::setCount(int count)
{
    if (std::exchange(m_count, count) != count)
        Q_EMIT changed();
}

} // namespace Hearth
