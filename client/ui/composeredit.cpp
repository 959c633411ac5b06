// SPDX-License-Identifier: Apache-2.0
#include "ui/composeredit.h"

#include "ui/clientsettings.h"
#include "ui/writing/codestretches.h"
#include "ui/writing/formatting.h"
#include "ui/writing/spellingmenu.h"
#include "ui/writing/writingtools.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QMenu>
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

bool isEnter(int key)
{
    return key == Qt::Key_Return || key == Qt::Key_Enter;
}

// The mark of Markdown that a key stands for; ">" for a quote.
QString markOf(const QKeyEvent &event)
{
    const int key = event.key();
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (modifiers == Qt::ControlModifier) {
        return key == Qt::Key_B ? QStringLiteral("**")
            : key == Qt::Key_I  ? QStringLiteral("*")
            : key == Qt::Key_E  ? QStringLiteral("`")
                                : QString();
    }
    if (modifiers != (Qt::ControlModifier | Qt::ShiftModifier))
        return {};
    // Shift+9 is a parenthesis on most keyboards, the left or the right one.
    const bool nine = key == Qt::Key_9 || key == Qt::Key_ParenLeft || key == Qt::Key_ParenRight;
    return key == Qt::Key_X ? QStringLiteral("~~") : nine ? QStringLiteral(">") : QString();
}

} // namespace

ComposerEdit::ComposerEdit(WritingTools &tools, QWidget *parent)
    : QTextEdit(parent)
    , m_tools(tools)
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

// What the field does with a key comes before the shortcuts of the window.
bool ComposerEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (!markOf(*key).isEmpty() || (m_cancellable && key->key() == Qt::Key_Escape)) {
            event->accept();
            return true;
        }
    }
    return QTextEdit::event(event);
}

void ComposerEdit::keyPressEvent(QKeyEvent *event)
{
    const QString mark = markOf(*event);
    if (isEnter(event->key())) {
        if (sends(event->modifiers())) {
            if (!m_composing)
                Q_EMIT sendRequested();
        } else {
            insertPlainText(QStringLiteral("\n"));
            ensureCursorVisible();
        }
    } else if (event->key() == Qt::Key_Up && !event->modifiers() && document()->isEmpty() && !m_composing) {
        Q_EMIT editLastRequested();
    } else if (event->key() == Qt::Key_Escape && m_cancellable) {
        Q_EMIT cancelRequested();
    } else if (!mark.isEmpty()) {
        format(mark);
    } else {
        QTextEdit::keyPressEvent(event);
    }
}

bool ComposerEdit::sends(Qt::KeyboardModifiers modifiers) const
{
    if (modifiers & Qt::ControlModifier)
        return true;
    return !(modifiers & Qt::ShiftModifier) && !m_tools.settings.sendWithCtrlEnter()
        && !isInOpenFence(toPlainText(), textCursor().position());
}

void ComposerEdit::format(const QString &mark)
{
    QTextCursor cursor = textCursor();
    if (mark == QLatin1Char('>'))
        toggleQuote(cursor);
    else
        toggleMark(cursor, mark);
    setTextCursor(cursor);
}

void ComposerEdit::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu *menu = createStandardContextMenu(event->pos());
    menu->setObjectName(QStringLiteral("composerMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    addSpelling(*menu, byKey ? textCursor() : cursorForPosition(event->pos()), m_tools);
    menu->popup(byKey ? mapToGlobal(cursorRect().bottomLeft()) : event->globalPos());
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
