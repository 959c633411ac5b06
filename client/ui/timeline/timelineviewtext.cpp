// SPDX-License-Identifier: Apache-2.0
// The messages of the timeline as text: what is copied, and what a screen reader says.
#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>

#include <algorithm>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

void TimelineView::selectAll()
{
    const auto &rows = m_store.rows();
    const auto first = std::ranges::find_if(rows, &TimelineRow::isMessage);
    if (first == rows.end())
        return;
    const int last = int(rows.size()) - 1; // rows never end with a divider
    m_selection.start({first->id, 0});
    m_selection.extendTo({rows.at(last).id, int(layoutOf(last).plainText().size())});
    viewport()->update();
}

QList<CopiedRow> TimelineView::selectedRows() const
{
    QList<CopiedRow> copied;
    if (!hasSelection())
        return copied;
    for (int row = m_selection.firstRow(); row <= m_selection.lastRow(); ++row) {
        if (!m_store.rows().at(row).isMessage())
            continue;
        const TimelineItem &item = m_store.itemOf(row);
        const QString text = layoutOf(row).plainText();
        const auto [start, length] = m_selection.rangeIn(row, int(text.size()));
        const bool whole = length == text.size() && item.files.isEmpty() && item.type != MessageType::System;
        if (length > 0)
            copied.append({m_store.nameOf(item.senderId), timeLabel(item.at), text.mid(start, length),
                           whole ? item.text : QString()});
    }
    return copied;
}

QString TimelineView::selectedText() const
{
    return toMimeData(selectedRows())->text();
}

void TimelineView::copySelection() const
{
    if (hasSelection())
        QApplication::clipboard()->setMimeData(toMimeData(selectedRows()).release());
}

QString TimelineView::progressText(const TimelineItem &item) const
{
    switch (m_store.progress(item)) {
    case MessageProgress::None: return {};
    case MessageProgress::Queued: return tr("Waiting to be sent");
    case MessageProgress::Sending: return tr("Sending");
    case MessageProgress::Failed: return tr("Not sent");
    default: break;
    }
    if (m_store.otherMembers() > 1)
        return tr("Read by %1 of %2").arg(m_store.readers(item)).arg(m_store.otherMembers());
    switch (m_store.progress(item)) {
    case MessageProgress::Read: return tr("Read");
    case MessageProgress::Delivered: return tr("Delivered");
    default: return tr("Sent");
    }
}

QString TimelineView::rowText(int row) const
{
    const TimelineRow &r = m_store.rows().at(row);
    const TimelineItem &item = m_store.itemOf(row);
    if (r.kind == TimelineRow::Kind::Day)
        return dayLabel(item.day, QDate::currentDate());
    if (r.kind == TimelineRow::Kind::New)
        return tr("New");
    const QString text = layoutOf(row).writtenText();
    if (r.kind == TimelineRow::Kind::System)
        return text;
    QStringList parts{m_store.nameOf(item.senderId), timeLabel(item.at)};
    for (const QString &part : {text, filesText(row)}) {
        if (!part.isEmpty())
            parts.append(part);
    }
    if (const QuoteBox &quote = layoutOf(row).quote(); !quote.rect.isNull())
        parts.insert(
            1,
            tr("in reply to %1").arg(quote.name.isEmpty() ? quote.text : quote.name + u": "_s + quote.text));
    if (item.edited)
        parts.append(tr("edited"));
    if (item.pinned)
        parts.append(tr("pinned"));
    for (const Reaction &reaction : item.reactions)
        parts.append(reactionText(row, reaction.emoji));
    if (item.replies > 0)
        parts.append(tr("%Ln replies", nullptr, item.replies));
    if (!item.refusal.isEmpty())
        parts.append(item.refusal);
    if (item.own)
        parts.append(progressText(item));
    if (const QString readers = readersText(row); !readers.isEmpty())
        parts.append(readers);
    return parts.join(u", "_s);
}

void TimelineView::copyRow(int row) const
{
    if (row < 0 || !m_store.rows().at(row).isMessage())
        return;
    const CopiedRow copied{{}, {}, layoutOf(row).plainText()};
    QApplication::clipboard()->setMimeData(toMimeData({copied}).release());
}

} // namespace Hearth
