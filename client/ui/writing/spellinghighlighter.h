// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QHash>
#include <QSyntaxHighlighter>
#include <QTimer>

#include <chrono>

class QTextEdit;

namespace Hearth {

class SpellChecker;
class Theme;

// Underlines what is not spelt right, but not the word that is being typed. Works for a few milliseconds at a
// time, a quarter of a frame: what it does not get to it does when nothing else is to be done.
class SpellingHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    SpellingHighlighter(QTextEdit &edit, SpellChecker &spelling, Theme &theme,
                        std::chrono::milliseconds budget = std::chrono::milliseconds(4));

protected:
    void highlightBlock(const QString &text) override;

private:
    void goOn();
    void caretMoved();

    QTextEdit &m_edit;
    SpellChecker &m_spelling;
    Theme &m_theme;
    const std::chrono::milliseconds m_budget;
    QElapsedTimer m_turn; // since the event loop was last free
    QTimer m_next;
    QHash<int, int> m_waiting; // blocks that were not finished, and how many words of them were checked
    int m_unfinished = -1; // the block with the word that is being typed
};

} // namespace Hearth
