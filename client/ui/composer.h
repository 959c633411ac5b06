// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/typingnotice.h"

#include <QUrl>
#include <QWidget>

class QLabel;

namespace Hearth {

class ComposerEdit;
class IconButton;
class Theme;

// Where a message is written: one line of 44 px that grows to 220 or to 40 % of the room, then scrolls.
class Composer : public QWidget
{
    Q_OBJECT

public:
    explicit Composer(Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QString text() const;
    void setText(const QString &text); // no draft or typing signals
    void setPlaceholder(const QString &text);
    void setRoom(int height); // of the pane that the composer grows in

    // Files that go with the message: a strip above the field, which is the composer's from here on, and
    // whether an empty text may be sent. To be called again whenever the strip changes.
    void setStrip(QWidget *strip);
    void setHasAttachments(bool has);
    void removeText(const QString &text); // where it stands last; can be undone

Q_SIGNALS:
    void sendRequested(const QString &text); // within the limits, not blank; the field is empty by then
    void textEdited(const QString &text);
    void typingChanged(bool typing);
    void attachRequested();
    void filesPasted(const QList<QUrl> &files);
    void imagePasted(const QImage &image);
    void longTextPasted(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void edited();
    void send();
    void showCount(qint64 codePoints);
    void adjustHeight();
    void arrange();
    [[nodiscard]] int padding() const; // between the frame and the text
    [[nodiscard]] QRect frame() const;
    [[nodiscard]] int stripHeight() const;

    Theme &m_theme;
    TypingNotice m_typing;
    ComposerEdit *const m_edit;
    QLabel *const m_count;
    QLabel *const m_refusal;
    IconButton *const m_send;
    IconButton *const m_attach;
    QWidget *m_strip = nullptr;
    bool m_hasAttachments = false;
    int m_room = 550;
};

} // namespace Hearth
