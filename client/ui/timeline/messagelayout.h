// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/timelinestore.h"
#include "ui/timeline/attachmentlayout.h"
#include "ui/timeline/markdown.h"
#include "ui/timeline/messageparts.h"
#include "ui/timeline/timelinestyle.h"

#include <QRect>
#include <QTextLayout>

#include <memory>
#include <vector>

namespace Hearth {

// Something in a message that can be clicked, or reached with Tab and pressed with Enter.
struct MessageTarget {
    enum class Kind {
        Link,
        Retry,
        Delete,
        Copy,
        File,
        SaveFile,
        Quote, // the message that this one answers
        Versions, // what it said before
        Reaction, // label: the emoji
        React, // with another one
        Thread,
        RetryEdit,
        DropEdit,
    };

    Kind kind = Kind::Link;
    QString label = {}; // what is seen
    QString url = {}; // of a Link
    QList<QRect> rects = {}; // one for each line that it touches
    int file = -1; // index into attachments() of a File or SaveFile
};

// What a message answers and who reacted is told with names.
struct MessageNames {
    UserId self = {};
    std::function<QString(const UserId &)> of = {};
};

// The body of one message, laid out: everything but the header and the margins. Geometry depends only on the
// message, the width, the font, the density and the theme. Coordinates are relative to the body's top left
// corner.
class MessageLayout
{
public:
    struct Block {
        std::unique_ptr<QTextLayout> layout;
        QPoint pos; // of the text
        QRect box; // of a code block's ground
        int indent = 0; // of its leading side
        QList<std::pair<QRect, QColor>> grounds; // of code and mentions within text
        QList<int> quoteBars; // left edges
        QRect quoteRect; // the vertical range of the bars
        QString marker;
        QPoint markerPos; // baseline, the end that is next to the text
        int start = 0; // of its text in plainText()
        int length = 0; // of its text that can be selected
    };

    MessageLayout(const TimelineItem &item, int width, const TimelineStyle &style,
                  const MessageNames &names = {});

    [[nodiscard]] int width() const { return m_width; }
    // What of it is needed: where it is laid out at this width, the lines are the same.
    [[nodiscard]] int usedWidth(bool mirrored) const;
    [[nodiscard]] int height() const { return m_height; }
    [[nodiscard]] int firstBaseline() const { return m_firstBaseline; }
    [[nodiscard]] int lastLineCenter() const { return m_lastLineCenter; } // beside it stands the state
    // What is written, and the names of the files.
    [[nodiscard]] const QString &plainText() const { return m_plainText; }
    [[nodiscard]] QString writtenText() const { return m_plainText.left(m_writtenLength); }
    [[nodiscard]] const std::vector<Block> &blocks() const { return m_blocks; }
    [[nodiscard]] const QList<AttachmentBox> &attachments() const { return m_attachments; }
    [[nodiscard]] const QRect &name() const { return m_name; } // of who wrote it; null: it stands elsewhere
    [[nodiscard]] const QuoteBox &quote() const { return m_quote; }
    [[nodiscard]] const QList<ReactionChip> &reactions() const { return m_reactions; }
    [[nodiscard]] const QList<MessageTarget> &targets() const { return m_targets; }

    // The place in plainText() that is nearest to a point.
    [[nodiscard]] int positionAt(QPoint point) const;
    [[nodiscard]] bool isOverText(QPoint point) const;
    [[nodiscard]] int targetAt(QPoint point) const; // index into targets(), or -1

private:
    void addName(const QString &name, bool inText, const TimelineStyle &style);
    void addText(const TimelineItem &item, QList<TextBlock> blocks, const TimelineStyle &style);
    void addBlock(const TextBlock &source, int width, const TimelineStyle &style);
    void breakLines(Block &block, int width, int lineHeight, const QFontMetrics &metrics, int indent = 0,
                    bool indentAtEnd = false);
    void decorate(Block &block, const TextBlock &source, const TimelineStyle &style);
    void addAttachments(const TimelineItem &item, int width, const TimelineStyle &style);
    void addQuote(const QuotedMessage &quoted, const MessageNames &names, int width,
                  const TimelineStyle &style);
    void addReactions(const TimelineItem &item, const UserId &self, int width, const TimelineStyle &style);
    void addThread(int replies, int width, const TimelineStyle &style);
    void addTrouble(const TimelineItem &item, const TimelineStyle &style);
    struct Action {
        MessageTarget::Kind kind;
        QString label;
    };
    void addFailure(const QString &reason, const QList<Action> &actions, int width,
                    const TimelineStyle &style);

    const int m_width;
    std::vector<Block> m_blocks;
    QList<AttachmentBox> m_attachments;
    QRect m_name;
    QuoteBox m_quote;
    QList<ReactionChip> m_reactions;
    QList<MessageTarget> m_targets;
    QString m_plainText;
    qsizetype m_writtenLength = 0;
    int m_height = 0;
    int m_firstBaseline = 0;
    int m_lastLineCenter = 0;
};

} // namespace Hearth
