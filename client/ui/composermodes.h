// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/timelinestore.h"

#include <QObject>

namespace Hearth {

class Composer;
class ComposerContext;
class Session;
class Theme;

// What the composer writes: a message, a reply to one, or another text for one of one's own. While a message
// is edited, what was written before waits and comes back.
class ComposerModes : public QObject
{
    Q_OBJECT

public:
    ComposerModes(Session &session, Theme &theme, Composer &composer);

    void setConversation(const ConversationId &id); // leaves what was begun in the last one
    void reply(const TimelineItem &item);
    void edit(const TimelineItem &item);
    void leave();
    [[nodiscard]] bool isEditing() const { return m_edited.has_value(); }
    // What is to be kept as the draft: what was written before the editing began.
    [[nodiscard]] QString draft() const;

    // Saves an edit; false when there is none. Of a message that is to be sent, it adds what is answered and
    // who is named.
    bool finishEdit(const QString &text);
    void complete(MessageDraft &draft);

private:
    [[nodiscard]] QList<Mention> mentionsIn(const QString &text) const;
    void show(const QString &title, const QString &text);

    Session &m_session;
    Composer &m_composer;
    ComposerContext *const m_context;
    ConversationId m_id;
    std::optional<TimelineItem> m_edited;
    MessageId m_replyTo;
    QString m_written; // before the editing began
};

} // namespace Hearth
