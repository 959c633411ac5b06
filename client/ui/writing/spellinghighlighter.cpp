// SPDX-License-Identifier: Apache-2.0
#include "ui/writing/spellinghighlighter.h"

#include "platform/spellchecker.h"
#include "ui/theme.h"
#include "ui/writing/spellwords.h"

#include <QTextDocument>
#include <QTextEdit>

namespace Hearth {

namespace {

constexpr int wordsAtLeast = 50; // more of a block in each turn, however long the others take

enum BlockState { Outside = 0, InFence = 1 };

} // namespace

SpellingHighlighter::SpellingHighlighter(QTextEdit &edit, SpellChecker &spelling, Theme &theme,
                                         std::chrono::milliseconds budget)
    : QSyntaxHighlighter(edit.document())
    , m_edit(edit)
    , m_spelling(spelling)
    , m_theme(theme)
    , m_budget(budget)
{
    m_next.setSingleShot(true);
    m_next.setInterval(0);
    connect(&m_next, &QTimer::timeout, this, &SpellingHighlighter::goOn);
    connect(&edit, &QTextEdit::cursorPositionChanged, this, &SpellingHighlighter::caretMoved);
    connect(&spelling, &SpellChecker::changed, this, &QSyntaxHighlighter::rehighlight);
    connect(&theme, &Theme::changed, this, &QSyntaxHighlighter::rehighlight);
}

void SpellingHighlighter::highlightBlock(const QString &text)
{
    const bool fence = isFence(text);
    const bool inside = previousBlockState() == InFence;
    setCurrentBlockState(inside != fence ? InFence : Outside);
    if (inside || fence)
        return;
    if (!m_next.isActive()) {
        m_turn.start();
        m_next.start();
    }
    QTextCharFormat wrong;
    wrong.setUnderlineStyle(QTextCharFormat::SpellCheckUnderline);
    wrong.setUnderlineColor(m_theme.colors().danger);
    const int caret = m_edit.textCursor().position() - currentBlock().position();
    const int number = currentBlock().blockNumber();
    const int atLeast = m_waiting.take(number) + wordsAtLeast;
    int checked = 0;
    for (const Stretch &word : wordsToCheck(text)) {
        if (checked >= atLeast && m_turn.elapsed() >= m_budget.count()) {
            m_waiting.insert(number, checked);
            return;
        }
        ++checked;
        if (m_spelling.isRight(wordAt(text, word)))
            continue;
        if (m_edit.hasFocus() && caret == word.end())
            m_unfinished = number;
        else
            setFormat(word.start, word.length, wrong);
    }
}

// What was checked already is looked up quickly, so each turn gets further.
void SpellingHighlighter::goOn()
{
    for (const int number : m_waiting.keys()) {
        if (const QTextBlock block = document()->findBlockByNumber(number); block.isValid())
            rehighlightBlock(block);
        else
            m_waiting.remove(number);
    }
}

void SpellingHighlighter::caretMoved()
{
    if (const int number = std::exchange(m_unfinished, -1); number >= 0)
        rehighlightBlock(document()->findBlockByNumber(number));
}

} // namespace Hearth
