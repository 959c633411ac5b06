// SPDX-License-Identifier: Apache-2.0
#include "ui/writing/formatting.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Selection {
    int start = 0;
    int end = 0;
};

// "**" is not the mark "*" twice.
bool isMarkAt(const QString &text, int at, const QString &mark)
{
    if (at < 0 || QStringView(text).sliced(at).first(std::min(mark.size(), text.size() - at)) != mark)
        return false;
    const QChar sign = mark.front();
    const bool longer = (at > 0 && text[at - 1] == sign)
        || (at + mark.size() < text.size() && text[at + mark.size()] == sign);
    return mark.size() > 1 || !longer;
}

// A mark beside a blank is none.
Selection withoutBlanks(const QString &text, Selection selection)
{
    while (selection.start < selection.end && text[selection.start].isSpace())
        ++selection.start;
    while (selection.end > selection.start && text[selection.end - 1].isSpace())
        --selection.end;
    return selection;
}

void replace(QTextCursor &cursor, int start, int end, const QString &text)
{
    cursor.setPosition(start);
    cursor.setPosition(end, QTextCursor::KeepAnchor);
    cursor.insertText(text);
}

void select(QTextCursor &cursor, int start, int end)
{
    cursor.setPosition(start);
    cursor.setPosition(end, QTextCursor::KeepAnchor);
}

} // namespace

void toggleMark(QTextCursor &cursor, const QString &mark)
{
    const QString text = cursor.document()->toPlainText();
    const auto [start, end] = withoutBlanks(text, {cursor.selectionStart(), cursor.selectionEnd()});
    const int length = int(mark.size());
    cursor.beginEditBlock();
    if (isMarkAt(text, start - length, mark) && isMarkAt(text, end, mark)) {
        replace(cursor, end, end + length, {});
        replace(cursor, start - length, start, {});
        select(cursor, start - length, end - length);
    } else if (end - start >= 2 * length && isMarkAt(text, start, mark)
               && isMarkAt(text, end - length, mark)) {
        replace(cursor, end - length, end, {});
        replace(cursor, start, start + length, {});
        select(cursor, start, end - 2 * length);
    } else {
        replace(cursor, end, end, mark);
        replace(cursor, start, start, mark);
        select(cursor, start + length, end + length);
    }
    cursor.endEditBlock();
}

void toggleQuote(QTextCursor &cursor)
{
    const QTextDocument *document = cursor.document();
    const QTextBlock first = document->findBlock(cursor.selectionStart());
    const QTextBlock behind = document->findBlock(cursor.selectionEnd()).next();
    bool allQuoted = true;
    for (QTextBlock block = first; block != behind; block = block.next())
        allQuoted = allQuoted && block.text().startsWith(u'>');
    QTextCursor line = cursor; // the selection moves along
    line.beginEditBlock();
    for (QTextBlock block = first; block != behind; block = block.next()) {
        const int mark = block.text().startsWith("> "_L1) ? 2 : 1;
        const int start = block.position();
        if (allQuoted)
            replace(line, start, start + mark, {});
        else
            replace(line, start, start, u"> "_s);
    }
    line.endEditBlock();
}

} // namespace Hearth
