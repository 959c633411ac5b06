// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "wire/requests.h"

#include <QDate>
#include <QTimer>
#include <QWidget>

class QStackedWidget;

namespace Hearth {

class Banner;
class Composer;
class ComposerFiles;
class ConnectionNotice;
class ConversationHeader;
class EmptyState;
class MessageWriting;
class Session;
class Theme;
class TimelinePane;
class TypingLine;
class WritingTools;

// The middle column: one conversation from header to composer, or what to do when none is open.
class ConversationPane : public QWidget
{
    Q_OBJECT

public:
    ConversationPane(Session &session, const ConnectionNotice &notice, WritingTools &tools, Theme &theme,
                     QWidget *parent = nullptr);
    ~ConversationPane() override;

    void open(const ConversationId &id);
    void close();
    [[nodiscard]] const ConversationId &conversation() const { return m_id; }
    [[nodiscard]] QString title() const; // of the open conversation
    void setBackVisible(bool visible);
    void setHasConversations(bool any); // that could be opened
    void focusComposer();
    void showMessage(qint64 seq); // of the open conversation
    [[nodiscard]] ConversationHeader &header() { return *m_header; }

Q_SIGNALS:
    void backRequested();
    void noticeActionTriggered();
    void dayActivated(QDate day);
    void threadRequested(const MessageId &root);
    void messageMissing();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QWidget *makeConversation();
    [[nodiscard]] QWidget *makeEmptyState();
    void send(MessageDraft draft);
    void offerCommands();
    void saveDraft();
    void showTyping();

    Session &m_session;
    Theme &m_theme;
    ConversationHeader *const m_header;
    TimelinePane *const m_timeline;
    TypingLine *const m_typingLine;
    Composer *const m_composer;
    ComposerFiles *const m_files;
    MessageWriting *const m_writing;
    EmptyState *const m_empty;
    QStackedWidget *const m_stack;
    QTimer m_draftTimer;
    ConversationId m_id;
};

} // namespace Hearth
