// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "wire/requests.h"

#include <QWidget>

namespace Hearth {

class Composer;
class ComposerFiles;
class MessageWriting;
class Session;
class Theme;
class TimelinePane;
class WritingTools;

// A message, the replies to it, and where one replies.
class ThreadPane : public QWidget
{
    Q_OBJECT

public:
    ThreadPane(Session &session, WritingTools &tools, Theme &theme, QWidget *parent = nullptr);

    void open(const ConversationId &id, const MessageId &root);
    void close();
    [[nodiscard]] const ConversationId &conversation() const { return m_id; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void send(MessageDraft draft);

    Session &m_session;
    TimelinePane *const m_timeline;
    Composer *const m_composer;
    ComposerFiles *const m_files;
    MessageWriting *const m_writing;
    ConversationId m_id;
    MessageId m_root;
    QHash<MessageId, QString> m_drafts; // by root, while the program runs
};

} // namespace Hearth
