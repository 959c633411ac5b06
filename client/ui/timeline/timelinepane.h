// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/timelinestore.h"

#include <QDate>
#include <QWidget>

#include <chrono>
#include <functional>
#include <memory>

namespace Hearth {

class Session;
class Theme;

// The messages of one conversation: the painted list, the button that jumps to the latest, and what connects
// them with the session (loading both ways, the New line, marking as read, retry of failed messages).
class TimelinePane : public QWidget
{
    Q_OBJECT

public:
    TimelinePane(Session &session, Theme &theme, QWidget *parent = nullptr);
    ~TimelinePane() override;

    void open(const ConversationId &id); // at the first unread message, or at the end
    // A message and the replies to it instead of the whole conversation. Nothing becomes read by being seen
    // here.
    void openThread(const ConversationId &id, const MessageId &root);
    void close();
    [[nodiscard]] ConversationId conversation() const;

    void scrollToEnd(); // after sending
    void readNoMore(); // what is seen, until the conversation is opened again
    [[nodiscard]] QList<File> loadedPictures() const; // oldest first
    void showMessage(qint64 seq); // of the open conversation, loaded or not; it becomes the current one

    [[nodiscard]] std::optional<TimelineItem> lastOwn() const; // that can be edited, of what is loaded
    void react(const MessageRef &message, const QString &emoji);
    // What people react with most lately, as it is then.
    void setRecentReactions(std::function<QStringList()> recent);

    // How long a message must be seen to count as read (500 ms), and for how long after the last input
    // somebody is taken to be there (15 s).
    void setReadTimes(std::chrono::milliseconds look, std::chrono::milliseconds idle);

Q_SIGNALS:
    void dayActivated(QDate day); // its chip was pressed
    void pictureActivated(const File &file); // to be looked at
    void threadRequested(const MessageId &root);
    void replyRequested(const TimelineItem &item);
    void editRequested(const TimelineItem &item); // of one's own, sent or not
    void reactionRequested(const MessageRef &message,
                           const QRect &globalAnchor); // with which emoji is to be asked
    void reportRequested(const MessageId &message);
    void linkRequested(const MessageRef &message); // is to be copied
    void messageMissing(); // what showMessage() was to show is not here, and the server cannot be asked

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Private;
    const std::unique_ptr<Private> d;
};

} // namespace Hearth
