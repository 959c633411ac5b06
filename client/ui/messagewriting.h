// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/timelinestore.h"

#include <QObject>

namespace Hearth {

class Composer;
class Session;
class Theme;
class TimelinePane;
class WritingTools;

// Joins a timeline and the composer below it: replies, edits, reactions that are chosen, reports, links,
// and who may write at all.
class MessageWriting : public QObject
{
    Q_OBJECT

public:
    MessageWriting(Session &session, TimelinePane &timeline, Composer &composer, WritingTools &tools,
                   Theme &theme);

    void setConversation(const ConversationId &id);

private:
    void reply(const TimelineItem &item);
    void edit(const TimelineItem &item);
    void save(const MessageId &id, const QString &text, const QList<Mention> &mentions);
    void showWhoMayWrite();
    void askForReaction(const MessageRef &message, const QRect &globalAnchor);

    Session &m_session;
    TimelinePane &m_timeline;
    Composer &m_composer;
    WritingTools &m_tools;
    Theme &m_theme;
    ConversationId m_id;
    TimelineItem m_edited; // sent or not
};

} // namespace Hearth
