// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTextBlock>
#include <QTextEdit>
#include <QTextLayout>

namespace Hearth::Test {

// What is underlined as not spelt right.
inline QStringList misspeltIn(const QTextEdit &edit)
{
    QStringList words;
    for (QTextBlock block = edit.document()->begin(); block.isValid(); block = block.next()) {
        for (const QTextLayout::FormatRange &range : block.layout()->formats()) {
            if (range.format.underlineStyle() == QTextCharFormat::SpellCheckUnderline)
                words.append(block.text().mid(range.start, range.length));
        }
    }
    return words;
}

} // namespace Hearth::Test
