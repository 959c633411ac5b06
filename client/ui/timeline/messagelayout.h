// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/timelinestore.h"
#include "ui/timeline/markdown.h"
#include "ui/timeline/timelinestyle.h"

#include <QRect>
#include <QTextLayout>

#include <memory>
#include <vector>

namespace Hearth {

// Something in a message that can be clicked, or reached with Tab and pressed with Enter.
struct MessageTarget {
    enum class Kind { Link, Retry, Delete, Copy };

    Kind kind = Kind::Link;
    QString label = {}; // what is seen
    QString url = {}; // of a Link
    QList<QRect> rects = {}; // one for each line that it touches
};

// The body of one message, laid out: everything but the header and the margins. Geometry depends only on the
// message, the width, the font and the theme. Coordinates are relative to the body's top left corner.
class MessageLayout
{
public:
    struct Block {
        std::unique_ptr<QTextLayout> layout;
        QPoint pos; // of the text
        QRect box; // of a code block's ground
        QList<QRect> codeRects; // grounds of code within text
        QList<int> quoteBars; // left edges
        QRect quoteRect; // the vertical range of the bars
        QString marker;
        QPoint markerPos; // baseline, right end
        int start = 0; // of its text in plainText()
        int length = 0; // of its text that can be selected
    };

    MessageLayout(const TimelineItem &item, int width, const TimelineStyle &style);

    [[nodiscard]] int height() const { return m_height; }
    [[nodiscard]] int firstBaseline() const { return m_firstBaseline; }
    [[nodiscard]] int lastLineCenter() const { return m_lastLineCenter; } // beside it stands the state
    [[nodiscard]] const QString &plainText() const { return m_plainText; }
    [[nodiscard]] const std::vector<Block> &blocks() const { return m_blocks; }
    [[nodiscard]] const QList<MessageTarget> &targets() const { return m_targets; }

    // The place in plainText() that is nearest to a point.
    [[nodiscard]] int positionAt(QPoint point) const;
    [[nodiscard]] bool isOverText(QPoint point) const;
    [[nodiscard]] int targetAt(QPoint point) const; // index into targets(), or -1

private:
    void addBlock(const TextBlock &source, int width, const TimelineStyle &style);
    void breakLines(Block &block, int width, int lineHeight, const QFontMetrics &metrics);
    void decorate(Block &block, const TextBlock &source);
    void addFailure(const TimelineItem &item, int width, const TimelineStyle &style);

    std::vector<Block> m_blocks;
    QList<MessageTarget> m_targets;
    QString m_plainText;
    int m_height = 0;
    int m_firstBaseline = 0;
    int m_lastLineCenter = 0;
};

} // namespace Hearth
