// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/typingnotice.h"
#include "ui/writing/completionsources.h"
#include "wire/requests.h"

#include <QPointer>
#include <QUrl>
#include <QWidget>

class QLabel;

namespace Hearth {

class Completer;
class ComposerEdit;
class ContextBar;
class EmojiPicker;
class ErrorLabel;
class IconButton;
class Theme;
class WritingTools;

// Where a message is written: one line of 44 px that grows to 220 or to 40 % of the room, then scrolls. It
// may answer another message or change one; what was being written before that comes back afterwards.
class Composer : public QWidget
{
    Q_OBJECT

public:
    Composer(Session &session, WritingTools &tools, Theme &theme, QWidget *parent = nullptr);
    ~Composer() override;

    void setConversation(const ConversationId &id); // whose members can be mentioned
    void setCommands(const QList<std::pair<QString, QString>> &commands); // name without "/", what it does

    [[nodiscard]] QString text() const;
    [[nodiscard]] QString draft() const; // of a new message; what stands in the field unless one is edited
    void setText(const QString &text); // of a new message, which answers none; no draft or typing signals
    void setPlaceholder(const QString &text); // while one may write
    void setMayWrite(bool may);
    void setRoom(int height); // of the pane that the composer grows in

    void reply(const Message &message, const QString &senderName);
    void edit(const Message &message);
    void leaveMode(); // the edit, or else the reply
    [[nodiscard]] MessageId replyTo() const; // empty: none

    // Files that go with the message: a strip above the field, which is the composer's from here on, and
    // whether an empty text may be sent. To be called again whenever the strip changes.
    void setStrip(QWidget *strip);
    void setHasAttachments(bool has);
    void removeText(const QString &text); // where it stands last; can be undone

Q_SIGNALS:
    // Within the limits, not blank. The field is as before the message by then.
    void sendRequested(const MessageDraft &draft);
    void editRequested(const MessageId &id, const QString &text, const QList<Mention> &mentions);
    void editLastRequested(); // Up in the empty field
    void commandRequested(const QString &name);
    void textEdited(const QString &text);
    void typingChanged(bool typing);
    void attachRequested();
    void filesPasted(const QList<QUrl> &files);
    void imagePasted(const QImage &image);
    void longTextPasted(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Reply {
        MessageId id;
        QString senderName;
        QString line;
    };
    struct Edit {
        Message message;
        QString draft; // what it took the place of
    };

    void edited();
    void send();
    void sendEdit(const QString &text);
    void replaceText(const QString &text);
    void showMode();
    void chooseEmoji();
    void showCount(qint64 codePoints);
    void adjustHeight();
    void arrange();
    [[nodiscard]] int oneLine() const;
    [[nodiscard]] int padding() const; // between the frame and the text
    [[nodiscard]] QRect frame() const;
    [[nodiscard]] int contextHeight() const;
    [[nodiscard]] int stripHeight() const;

    WritingTools &m_tools;
    Theme &m_theme;
    TypingNotice m_typing;
    MemberSource m_members;
    EmojiSource m_emojiSource;
    CommandSource m_commands;
    ComposerEdit *const m_edit;
    Completer *const m_completer;
    ContextBar *const m_context;
    QLabel *const m_count;
    ErrorLabel *const m_refusal;
    IconButton *const m_emoji;
    IconButton *const m_send;
    IconButton *const m_attach;
    QWidget *m_strip = nullptr;
    bool m_hasAttachments = false;
    QPointer<EmojiPicker> m_picker;
    std::optional<Reply> m_reply;
    std::optional<Edit> m_editing;
    QString m_lastText; // colours of spelling are no edit
    QString m_placeholder;
    bool m_mayWrite = true;
    int m_room = 550;
};

} // namespace Hearth
