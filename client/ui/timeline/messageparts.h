// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/timelinestore.h"
#include "ui/timeline/timelinestyle.h"

#include <QPainter>

// What stands above and below the text of a message: what it answers, and how people reacted. Places are
// relative to the body.
namespace Hearth {

struct QuoteBox {
    QRect rect = {}; // null: there is none
    QString name = {}; // of whom it answers; empty when that is not known
    QString text = {};
    bool dim = false; // there is nothing to go to
};

struct ReactionChip {
    QRect rect;
    QString emoji;
    QString count;
    bool own = false; // one has reacted so oneself

    [[nodiscard]] bool isMore() const { return emoji.isEmpty(); } // to choose another one
};

[[nodiscard]] QuoteBox layOutQuote(const QuotedMessage &quoted, const QString &name, int width,
                                   const TimelineStyle &style);
[[nodiscard]] QList<ReactionChip> layOutReactions(const QList<Reaction> &reactions, const UserId &self,
                                                  int top, int width, const TimelineStyle &style);

void paintQuote(QPainter &painter, QPoint origin, const QuoteBox &quote, const TimelineStyle &style);
void paintReactions(QPainter &painter, QPoint origin, const QList<ReactionChip> &chips,
                    const TimelineStyle &style);

} // namespace Hearth
