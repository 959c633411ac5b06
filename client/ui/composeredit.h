// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTextEdit>
#include <QUrl>

namespace Hearth {

// The field that a message is written in: plain text that grows with its lines. Enter asks to send,
// Shift+Enter begins a line; while an input method composes, Enter belongs to it.
class ComposerEdit : public QTextEdit
{
    Q_OBJECT

public:
    explicit ComposerEdit(QWidget *parent = nullptr);

    [[nodiscard]] int contentHeight() const;
    [[nodiscard]] int lineHeight() const; // of the first line: emoji and other scripts may be taller

Q_SIGNALS:
    void sendRequested();
    void focusLeft();
    void filesPasted(const QList<QUrl> &files); // of this computer
    void imagePasted(const QImage &image);
    void longTextPasted(const QString &text); // it stands in the field, and could go as a file

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    bool m_composing = false;
};

} // namespace Hearth
