// SPDX-License-Identifier: Apache-2.0
#include "ui/messagewriting.h"

#include "core/messagechanges.h"
#include "core/session.h"
#include "ui/clientsettings.h"
#include "ui/composer.h"
#include "ui/desktop/hearthlink.h"
#include "ui/emoji/emojipicker.h"
#include "ui/people/reportdialog.h"
#include "ui/timeline/timelinepane.h"
#include "ui/writing/writingtools.h"

#include <QApplication>
#include <QClipboard>

namespace Hearth {

namespace {

// As far as the composer needs it.
Message messageOf(const TimelineItem &item)
{
    Message message;
    message.id = item.messageId;
    message.senderId = item.senderId;
    message.content = item.text.isEmpty() && !item.files.isEmpty() ? item.files.first().name : item.text;
    return message;
}

} // namespace

MessageWriting::MessageWriting(Session &session, TimelinePane &timeline, Composer &composer,
                               WritingTools &tools, Theme &theme)
    : QObject(&timeline)
    , m_session(session)
    , m_timeline(timeline)
    , m_composer(composer)
    , m_tools(tools)
    , m_theme(theme)
{
    connect(&timeline, &TimelinePane::replyRequested, this, &MessageWriting::reply);
    connect(&timeline, &TimelinePane::editRequested, this, &MessageWriting::edit);
    connect(&timeline, &TimelinePane::reactionRequested, this, &MessageWriting::askForReaction);
    connect(&timeline, &TimelinePane::reportRequested, this, [this](const MessageId &message) {
        (new ReportDialog(m_session, ReportDialog::Piece{message}, &m_timeline))->open();
    });
    connect(&timeline, &TimelinePane::linkRequested, this, [this](const MessageRef &message) {
        const HearthLink link{m_session.server(), message.conversationId, message.seq};
        QApplication::clipboard()->setText(toString(link));
    });
    timeline.setRecentReactions([&tools] { return tools.settings.recentEmoji(); });
    connect(&session, &Session::membersChanged, this, [this](const ConversationId &id) {
        if (id == m_id)
            showWhoMayWrite();
    });
    connect(&composer, &Composer::editRequested, this, &MessageWriting::save);
    connect(&composer, &Composer::editLastRequested, this, [this] {
        if (const auto last = m_timeline.lastOwn())
            edit(*last);
    });
}

void MessageWriting::setConversation(const ConversationId &id)
{
    m_id = id;
    showWhoMayWrite();
}

void MessageWriting::showWhoMayWrite()
{
    bool may = true;
    for (const Member &member : m_session.members(m_id)) {
        if (member.userId == m_session.userId() && member.role == MemberRole::Member)
            may = member.canSendMessages;
    }
    m_composer.setMayWrite(may);
}

void MessageWriting::reply(const TimelineItem &item)
{
    m_composer.reply(messageOf(item), m_session.user(item.senderId).displayName);
}

void MessageWriting::edit(const TimelineItem &item)
{
    m_edited = item;
    Message message = messageOf(item);
    message.content = item.text;
    m_composer.edit(message);
}

void MessageWriting::save(const MessageId &id, const QString &text, const QList<Mention> &mentions)
{
    if (m_edited.outgoing)
        m_session.rewrite(m_edited.id, text, mentions);
    else
        m_session.changes().edit({m_id, id, m_edited.seq}, text, mentions);
}

void MessageWriting::askForReaction(const MessageRef &message, const QRect &globalAnchor)
{
    auto *picker = new EmojiPicker(m_tools.emoji, m_tools.settings, m_theme, &m_timeline);
    picker->setAttribute(Qt::WA_DeleteOnClose);
    connect(picker, &EmojiPicker::chosen, this,
            [this, message](const QString &emoji) { m_timeline.react(message, emoji); });
    picker->popup(globalAnchor);
}

} // namespace Hearth
