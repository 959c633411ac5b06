// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QSyntaxHighlighter>
#include <QTimer>

class QTextEdit;

namespace Hearth {

class SpellChecker;
class Theme;

// Underlines what is not spelt right, but not the word that is being typed. Works for a few milliseconds at a
// time: what it does not get to it does when nothing else is to be done.
class SpellingHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    SpellingHighlighter(QTextEdit &edit, SpellChecker &spelling, Theme &theme);

protected:
    void highlightBlock(const QString &text) override;

private:
    void goOn();
    void caretMoved();

    QTextEdit &m_edit;
    SpellChecker &m_spelling;
    Theme &m_theme;
    QElapsedTimer m_turn; // since the event loop was last free
    QTimer m_next;
    QList<int> m_waiting; // blocks that were not finished
    int m_unfinished = -1; // the block with the word that is being typed
};

} // namespace Hearth
