// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/readers.h"

#include "ui/paint.h"
#include "ui/timeline/rowpainter.h"

#include <QLocale>

#include <algorithm>

namespace Hearth {

namespace {

constexpr int mostMembers = 50; // oneself too
constexpr int mostPictures = 3;
constexpr int discSize = 16;
constexpr int discStep = discSize - 4; // they overlap
constexpr int spaceBeside = 8; // of the text

// The last of the loaded messages that the member has read; -1: none, or it may be among those not loaded.
int lastRead(const TimelineStore &store, const Member &member)
{
    if (store.hasNewer() && member.readSeq > store.lastSeq())
        return -1;
    int low = 0;
    for (int high = store.loaded(); low < high;) {
        const int middle = (low + high) / 2;
        if (store.item(middle).seq <= member.readSeq)
            low = middle + 1;
        else
            high = middle;
    }
    return low - 1;
}

bool isFree(const QRect &rect, QPoint origin, const MessageLayout &layout)
{
    const QRect space = rect.translated(-origin).adjusted(-spaceBeside, 0, spaceBeside, 0);
    for (const MessageLayout::Block &block : layout.blocks()) {
        if (block.box.intersects(space))
            return false;
        for (int i = 0; i < block.layout->lineCount(); ++i) {
            const QRectF line = block.layout->lineAt(i).naturalTextRect().translated(block.pos);
            if (line.toAlignedRect().intersects(space))
                return false;
        }
    }
    return std::ranges::none_of(layout.targets(), [&](const MessageTarget &target) {
        return std::ranges::any_of(target.rects, [&](const QRect &r) { return r.intersects(space); });
    });
}

} // namespace

QList<UserId> readersAt(const TimelineStore &store, int row)
{
    const TimelineRow &r = store.rows().at(row);
    if (!r.isMessage() || r.item >= store.loaded() || store.otherMembers() >= mostMembers)
        return {};
    QList<const Member *> here;
    for (const Member &member : store.members()) {
        if (lastRead(store, member) == r.item && member.userId != store.item(r.item).senderId)
            here.append(&member);
    }
    std::ranges::stable_sort(here, {}, &Member::readSeq);
    QList<UserId> readers;
    for (const Member *member : std::as_const(here))
        readers.append(member->userId);
    return readers;
}

QList<ReaderDisc> layOutReaders(const QList<UserId> &readers, const MessageLayout &layout, QPoint origin,
                                bool hasState, const TimelineColumns &columns, const TimelineStyle &style)
{
    if (readers.isEmpty())
        return {};
    const int pictures = std::min<int>(int(readers.size()), mostPictures);
    const QString rest =
        readers.size() > pictures ? u'+' + QLocale().toString(readers.size() - pictures) : QString();
    const int restWidth = rest.isEmpty() ? 0 : QFontMetrics(style.small).horizontalAdvance(rest) + 2;
    const int width = discSize + (pictures - 1) * discStep + restWidth;
    const int top = origin.y() + layout.lastLineCenter() - discSize / 2;
    const auto mirrored = [&](QRect rect) {
        if (columns.mirrored)
            rect.moveLeft(columns.width - 1 - rect.right());
        return rect;
    };
    // As from left to right: up to the end of the column of states, or up to the state that stands there.
    const int state = columns.mirrored ? columns.width - columns.state - discSize : columns.state;
    int end = hasState ? state - 4 : state + discSize;
    if (hasState && columns.sizes.hasBubbles())
        end = mirrored(bubbleRect(origin, layout, columns.sizes)).left() - 4;
    const QRect strip(end - width, top, width, discSize);
    const bool besideText = strip.left() >= state || columns.sizes.hasBubbles();
    if (!besideText && !isFree(mirrored(strip), origin, layout)) {
        if (hasState)
            return {};
        return {{mirrored(QRect(state, top, discSize, discSize)), {}, QLocale().toString(readers.size())}};
    }
    QList<ReaderDisc> discs;
    for (int i = 0; i < pictures; ++i)
        discs.append({mirrored(QRect(strip.left() + i * discStep, top, discSize, discSize)),
                      readers.at(readers.size() - pictures + i)});
    if (restWidth > 0)
        discs.append({mirrored(QRect(end - restWidth, top, restWidth, discSize)), {}, rest});
    return discs;
}

void paintReaders(QPainter &painter, const QList<ReaderDisc> &discs, const TimelineStore &store,
                  const QColor &ground, const TimelineStyle &style, AvatarSource *avatars)
{
    painter.setRenderHint(QPainter::Antialiasing);
    for (const ReaderDisc &disc : discs) {
        if (disc.user.isEmpty()) {
            painter.setFont(style.small);
            painter.setPen(style.colors.secondary);
            painter.drawText(disc.rect, Qt::AlignCenter | Qt::TextDontClip, disc.label);
            continue;
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground); // a ring between them
        painter.drawEllipse(disc.rect.adjusted(-1, -1, 1, 1));
        paintAvatar(painter, disc.rect, store.nameOf(disc.user), disc.user, style.name, avatars);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

} // namespace Hearth
