// SPDX-License-Identifier: Apache-2.0
#include "ui/composermodes.h"

#include "core/messagechanges.h"
#include "core/session.h"
#include "models/mentions.h"
#include "models/phrases.h"
#include "ui/composer.h"
#include "ui/composercontext.h"

namespace Hearth {

ComposerModes::ComposerModes(Session &session, Theme &theme, Composer &composer)
    : QObject(&composer)
    , m_session(session)
    , m_composer(composer)
    , m_context(new ComposerContext(theme, &composer))
{
    m_context->hide();
    composer.setContext(m_context);
    connect(m_context, &ComposerContext::closeRequested, this, &ComposerModes::leave);
    connect(&composer, &Composer::escapePressed, this, &ComposerModes::leave);
}

void ComposerModes::setConversation(const ConversationId &id)
{
    leave();
    m_id = id;
}

void ComposerModes::reply(const TimelineItem &item)
{
    leave();
    m_replyTo = item.messageId;
    show(tr("Reply to %1").arg(m_session.user(item.senderId).displayName),
         item.text.isEmpty() && !item.files.isEmpty() ? item.files.first().name : singleLine(item.text));
}

void ComposerModes::edit(const TimelineItem &item)
{
    leave();
    m_written = m_composer.text();
    m_edited = item;
    m_composer.setText(item.text);
    show(tr("Edit the message"), singleLine(item.text));
}

void ComposerModes::leave()
{
    if (m_edited) {
        m_edited.reset();
        m_composer.setText(std::exchange(m_written, QString()));
    }
    m_replyTo.clear();
    m_context->hide();
    m_composer.contextChanged();
}

QString ComposerModes::draft() const
{
    return m_edited ? m_written : m_composer.text();
}

bool ComposerModes::finishEdit(const QString &text)
{
    if (!m_edited)
        return false;
    const TimelineItem item = *m_edited;
    if (text != item.text) {
        if (item.outgoing)
            m_session.rewrite(item.id, text, mentionsIn(text));
        else
            m_session.changes().edit({m_id, item.messageId, item.seq}, text, mentionsIn(text));
    }
    leave();
    return true;
}

void ComposerModes::complete(MessageDraft &draft)
{
    if (!m_replyTo.isEmpty())
        draft.replyToId = m_replyTo;
    draft.mentions = mentionsIn(draft.content);
    leave();
}

QList<Mention> ComposerModes::mentionsIn(const QString &text) const
{
    if (!text.contains(u'@'))
        return {};
    QList<User> people;
    for (const Member &member : m_session.members(m_id))
        people.append(m_session.user(member.userId));
    return Hearth::mentionsIn(text, people);
}

void ComposerModes::show(const QString &title, const QString &text)
{
    m_context->setText(title, text);
    m_context->show();
    m_composer.contextChanged();
    m_composer.setFocus(Qt::OtherFocusReason);
}

} // namespace Hearth
