// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace Hearth {

// A stretch of a block that looks or acts differently, in UTF-16 code units.
struct TextSpan {
    enum Style {
        Bold = 1,
        Italic = 2,
        Strike = 4,
        Code = 8,
        Link = 16,
        Dim = 32,
        Mention = 64,
        OwnMention = 128
    };

    int start = 0;
    int length = 0;
    int styles = 0; // of Style; the last two are not Markdown's: who shows a message adds them
    QString url = {}; // of a Link: http, https or mailto, nothing else

    bool operator==(const TextSpan &) const = default;
};

// A stretch of text that is laid out by itself: one line of a paragraph as its writer broke it (each has its
// own direction), or a whole code block.
struct TextBlock {
    QString text = {};
    QList<TextSpan> spans = {}; // in order, not overlapping
    bool code = false;
    bool tight = false; // continues the paragraph or list above, without a gap
    int quoteDepth = 0;
    int indent = 0; // levels of list
    QString marker = {}; // of a list item: on its first line only

    bool operator==(const TextBlock &) const = default;
};

// Markdown (CommonMark 0.30 with strikethrough and bare links) as chat uses it: line breaks are kept, a quote
// or list ends with its last marked line, raw HTML and entities are text, pictures are links, headings are
// bold. Depths beyond six levels are cut, for text that only wants to be deep. Never fails: what is not
// Markdown is text.
[[nodiscard]] QList<TextBlock> parseMarkdown(const QString &text);

// The same shape for text that is to be shown as it is.
[[nodiscard]] QList<TextBlock> plainBlocks(const QString &text, int styles = 0);

} // namespace Hearth
