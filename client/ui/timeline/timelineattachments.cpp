// SPDX-License-Identifier: Apache-2.0
// What the timeline does with the files of messages and the pictures of people.
#include "ui/avatarsource.h"
#include "ui/timeline/attachmentpainter.h"
#include "ui/timeline/attachmentsource.h"
#include "ui/timeline/timelineview.h"

namespace Hearth {

void TimelineView::setAttachmentSource(AttachmentSource *source)
{
    m_files = source;
    if (!source)
        return;
    connect(source, &AttachmentSource::changed, this, &TimelineView::updateFile);
}

void TimelineView::setAvatarSource(AvatarSource *source)
{
    m_avatars = source;
    if (source)
        connect(source, &AvatarSource::changed, viewport(), qOverload<>(&QWidget::update));
}

Transfer TimelineView::transferOf(const File &file) const
{
    return m_files ? m_files->transfer(file.id) : Transfer();
}

void TimelineView::paintAttachments(QPainter &painter, const RowFlow::Placed &placed, const RowPaint &how)
{
    const MessageLayout &layout = layoutOf(placed.row);
    const QPoint origin = bodyOf(placed);
    const qreal ratio = viewport()->devicePixelRatioF();
    const auto isAt = [&](int target, const AttachmentBox &box) {
        return target >= 0 && layout.targets().at(target).file == &box - layout.attachments().data();
    };
    for (const AttachmentBox &box : layout.attachments()) {
        AttachmentPaint look;
        look.transfer = transferOf(box.file);
        look.hovered = isAt(how.hoveredTarget, box);
        look.showsSave = look.hovered || isAt(how.focusedTarget, box);
        if (box.isPicture && m_files) {
            look.picture = m_files->picture(box.file, box.rect.size(), ratio);
            look.missing = m_files->isMissing(box.file.id);
        }
        paintAttachment(painter, origin, box, look, m_style);
    }
}

void TimelineView::tellFilesInSight()
{
    if (!m_files)
        return;
    QSet<QString> ids;
    for (const RowFlow::Placed &placed : m_flow.visible()) {
        for (const File &file : m_store.itemOf(placed.row).files)
            ids.insert(file.id);
    }
    m_files->setInSight(ids);
}

void TimelineView::updateFile(const QString &fileId)
{
    for (const RowFlow::Placed &placed : m_flow.visible()) {
        const TimelineRow &row = m_store.rows().at(placed.row);
        const QList<File> &files = m_store.itemOf(placed.row).files;
        if (row.isMessage() && std::ranges::find(files, fileId, &File::id) != files.end())
            updateRow(row.id);
    }
}

// A message that has not been sent yet is retried or given up as a whole.
void TimelineView::actOnFile(int row, const File &file, AttachmentAction action)
{
    const TimelineItem &item = m_store.itemOf(row);
    if (item.outgoing && action == AttachmentAction::Cancel)
        Q_EMIT deleteRequested(QString(item.id));
    else if (item.outgoing && action == AttachmentAction::Retry)
        Q_EMIT retryRequested(QString(item.id));
    else
        Q_EMIT attachmentActivated(File(file), action);
}

QString TimelineView::targetText(int row, int target) const
{
    const MessageLayout &layout = layoutOf(row);
    const MessageTarget &what = layout.targets().at(target);
    if (what.kind == MessageTarget::Kind::Reaction)
        return reactionText(row, what.label);
    if (what.file < 0)
        return what.label;
    const AttachmentBox &box = layout.attachments().at(what.file);
    const bool saves = what.kind == MessageTarget::Kind::SaveFile;
    const AttachmentAction action = saves ? AttachmentAction::Save : actionOf(transferOf(box.file));
    return tr("%1: %2").arg(actionLabel(action), box.name);
}

QString TimelineView::filesText(int row) const
{
    QStringList parts;
    for (const AttachmentBox &box : layoutOf(row).attachments())
        parts.append(attachmentText(box, transferOf(box.file)));
    return parts.join(QStringLiteral("; "));
}

QList<File> TimelineView::pictures() const
{
    QList<File> files;
    for (const TimelineRow &row : m_store.rows()) {
        if (!row.isMessage() || m_store.item(row.item).deleted)
            continue;
        for (const File &file : m_store.item(row.item).files) {
            if (isPicture(file))
                files.append(file);
        }
    }
    return files;
}

} // namespace Hearth
