// SPDX-License-Identifier: Apache-2.0
#include "ui/writing/completer.h"

#include "ui/writing/completionpopup.h"

#include <QKeyEvent>
#include <QTextEdit>

#include <algorithm>

namespace Hearth {

namespace {

bool completes(int key)
{
    return key == Qt::Key_Tab || key == Qt::Key_Return || key == Qt::Key_Enter;
}

} // namespace

Completer::Completer(QTextEdit &edit, QList<const CompletionSource *> sources, Theme &theme,
                     AvatarSource &avatars)
    : QObject(&edit)
    , m_edit(edit)
    , m_sources(std::move(sources))
    , m_popup(new CompletionPopup(theme, avatars, edit))
{
    edit.installEventFilter(this);
    connect(&edit, &QTextEdit::textChanged, this, &Completer::refresh);
    connect(&edit, &QTextEdit::cursorPositionChanged, this, &Completer::refresh);
    connect(m_popup, &CompletionPopup::picked, this, &Completer::accept);
}

Completer::~Completer()
{
    delete m_popup;
}

bool Completer::isOpen() const
{
    return m_popup && m_popup->isVisible();
}

void Completer::close()
{
    if (!isOpen())
        return;
    m_popup->hide();
    tellCurrent();
}

void Completer::refresh()
{
    const QTextCursor cursor = m_edit.textCursor();
    m_word = cursor.hasSelection() || !m_edit.hasFocus()
        ? std::nullopt
        : wordBeingTyped(m_edit.toPlainText(), cursor.position());
    if (!m_word || m_word->start != m_dismissed)
        m_dismissed = -1;
    QList<Completion> found;
    if (m_word && m_dismissed < 0) {
        const auto source = std::ranges::find(m_sources, m_word->trigger, &CompletionSource::trigger);
        if (source != m_sources.end())
            found = (*source)->find(m_word->text);
    }
    if (found.isEmpty()) {
        close();
        return;
    }
    m_popup->setCompletions(found);
    place();
    m_edit.window()->installEventFilter(this); // the popup lies in it, and has to follow
    m_edit.parentWidget()->installEventFilter(this); // the popup stands above it, and it grows
    tellCurrent();
}

void Completer::place()
{
    QTextCursor start = m_edit.textCursor();
    start.setPosition(m_word->start);
    const QRect caret = m_edit.cursorRect(start);
    m_popup->showAbove({m_edit.viewport()->mapToGlobal(caret.topLeft()), caret.size()});
}

void Completer::placeAgain()
{
    if (isOpen())
        place();
}

void Completer::accept()
{
    const auto completion = m_popup->current();
    if (!completion || !m_word)
        return;
    const TypedWord word = *m_word;
    close();
    QTextCursor cursor = m_edit.textCursor();
    cursor.setPosition(word.start, QTextCursor::KeepAnchor);
    const bool command = word.trigger == u'/';
    cursor.insertText(command ? QString() : completion->text + u' ');
    m_edit.setTextCursor(cursor);
    if (command)
        Q_EMIT commandAccepted(completion->text.mid(1));
}

bool Completer::handleKey(int key)
{
    if (key == Qt::Key_Up || key == Qt::Key_Down) {
        m_popup->step(key == Qt::Key_Up ? -1 : 1);
        tellCurrent();
    } else if (key == Qt::Key_Escape) {
        m_dismissed = m_word ? m_word->start : -1;
        close();
    } else if (completes(key)) {
        accept();
    } else {
        return false;
    }
    return true;
}

// The focus stays in the field, so this is how a screen reader learns of it.
void Completer::tellCurrent()
{
    const auto completion = isOpen() ? m_popup->current() : std::nullopt;
    m_edit.setAccessibleDescription(
        completion ? tr("Suggestion: %1, %2").arg(completion->title, completion->detail) : QString());
}

bool Completer::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutDirectionChange)
        QMetaObject::invokeMethod(this, &Completer::placeAgain, Qt::QueuedConnection); // after the layouts
    if (watched != &m_edit)
        return QObject::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut || event->type() == QEvent::Hide)
        close();
    const bool pressed = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!pressed || !isOpen())
        return QObject::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->modifiers() & ~Qt::KeypadModifier)
        return false;
    if (event->type() == QEvent::KeyPress)
        return handleKey(key->key());
    if (key->key() == Qt::Key_Escape)
        event->accept(); // not the shortcut of the window
    return key->key() == Qt::Key_Escape;
}

} // namespace Hearth
