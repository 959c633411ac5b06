// SPDX-License-Identifier: Apache-2.0
#include "ui/composeredit.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QMimeData>
#include <QTextBlock>
#include <QTextDocument>

#include <cmath>

namespace Hearth {

ComposerEdit::ComposerEdit(QWidget *parent)
    : QTextEdit(parent)
{
    setAcceptRichText(false);
    setFrameShape(NoFrame);
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(0);
}

int ComposerEdit::contentHeight() const
{
    return int(std::ceil(document()->size().height()));
}

int ComposerEdit::lineHeight() const
{
    const QTextBlock first = document()->firstBlock();
    document()->documentLayout()->blockBoundingRect(first); // lays it out
    const QTextLayout *layout = first.layout();
    return layout->lineCount() == 0 ? fontMetrics().lineSpacing()
                                    : int(std::ceil(layout->lineAt(0).height()));
}

void ComposerEdit::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!enter) {
        QTextEdit::keyPressEvent(event);
    } else if (event->modifiers() & Qt::ShiftModifier) {
        insertPlainText(QStringLiteral("\n"));
        ensureCursorVisible();
    } else if (!m_composing) {
        Q_EMIT sendRequested();
    }
}

void ComposerEdit::inputMethodEvent(QInputMethodEvent *event)
{
    m_composing = !event->preeditString().isEmpty();
    QTextEdit::inputMethodEvent(event);
}

void ComposerEdit::focusInEvent(QFocusEvent *event)
{
    QTextEdit::focusInEvent(event);
    parentWidget()->update(); // which draws the frame
}

void ComposerEdit::focusOutEvent(QFocusEvent *event)
{
    QTextEdit::focusOutEvent(event);
    parentWidget()->update();
    Q_EMIT focusLeft();
}

bool ComposerEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText();
}

void ComposerEdit::insertFromMimeData(const QMimeData *source)
{
    insertPlainText(source->text());
    ensureCursorVisible();
}

} // namespace Hearth
