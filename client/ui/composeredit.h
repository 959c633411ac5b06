// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTextEdit>
#include <QUrl>

namespace Hearth {

class WritingTools;

// The field that a message is written in: plain text that grows with its lines. Enter asks to send,
// Shift+Enter begins a line, or the other way round as the person chose; in an open block of code Enter
// begins a line, and Ctrl+Enter always sends. While an input method composes, Enter belongs to it.
class ComposerEdit : public QTextEdit
{
    Q_OBJECT

public:
    explicit ComposerEdit(WritingTools &tools, QWidget *parent = nullptr);

    [[nodiscard]] int contentHeight() const;
    [[nodiscard]] int lineHeight() const; // of the first line: emoji and other scripts may be taller
    void setCancellable(bool cancellable) { m_cancellable = cancellable; } // whether Esc belongs to the field

Q_SIGNALS:
    void sendRequested();
    void cancelRequested();
    void editLastRequested(); // Up in the empty field
    void focusLeft();
    void filesPasted(const QList<QUrl> &files); // of this computer
    void imagePasted(const QImage &image);
    void longTextPasted(const QString &text); // it stands in the field, and could go as a file

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    [[nodiscard]] bool sends(Qt::KeyboardModifiers modifiers) const; // Enter with these
    void format(const QString &mark);

    WritingTools &m_tools;
    bool m_composing = false;
    bool m_cancellable = false;
};

} // namespace Hearth
