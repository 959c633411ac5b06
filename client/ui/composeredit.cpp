// SPDX-License-Identifier: Apache-2.0
#include "ui/composeredit.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QMimeData>
#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>
#include <cmath>

namespace Hearth {

namespace {

constexpr int longText = 4'000; // code units; more is offered to go as a file

QList<QUrl> localFiles(const QMimeData &data)
{
    QList<QUrl> files = data.urls();
    const bool allHere = std::ranges::all_of(files, &QUrl::isLocalFile);
    return allHere ? files : QList<QUrl>();
}

} // namespace

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
    return source->hasText() || source->hasImage() || source->hasUrls();
}

// Files have their paths as text, cells of a spreadsheet have a picture beside their text.
void ComposerEdit::insertFromMimeData(const QMimeData *source)
{
    const QString text = source->text();
    if (const QList<QUrl> files = localFiles(*source); !files.isEmpty()) {
        Q_EMIT filesPasted(files);
        return;
    }
    if (text.isEmpty() && source->hasImage()) {
        Q_EMIT imagePasted(source->imageData().value<QImage>());
        return;
    }
    insertPlainText(text);
    ensureCursorVisible();
    if (text.size() > longText)
        Q_EMIT longTextPasted(text);
}

// Files are dropped on all that is around, too.
void ComposerEdit::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->ignore();
    else
        QTextEdit::dragEnterEvent(event);
}

} // namespace Hearth
