// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/attachmentlayout.h"

#include "core/filenames.h"
#include "core/filesize.h"

#include <QCoreApplication>
#include <QSize>

#include <algorithm>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QSize pictureMost(420, 320);
constexpr QSize pictureLeast(48, 48);
constexpr int cardHeight = 56;
constexpr int cardMost = 420;
constexpr int cardInset = 8;
constexpr int saveSize = 32;
constexpr int attachmentGap = 6;

struct AttachmentWords {
    Q_DECLARE_TR_FUNCTIONS(Hearth::Attachment)
};

// Places the parts of a card from left to right.
void layOutCard(AttachmentBox &box)
{
    const int side = cardHeight - 2 * cardInset;
    const QRect inside = box.rect.marginsRemoved({cardInset, cardInset, cardInset, cardInset});
    box.icon = QRect(inside.topLeft(), QSize(side, side));
    int right = inside.right() + 1;
    if (!box.save.isNull()) {
        box.save = QRect(right - saveSize, inside.top() + (side - saveSize) / 2, saveSize, saveSize);
        right -= saveSize + cardInset;
    }
    const int left = box.icon.right() + 1 + cardInset + 2;
    box.text = QRect(left, inside.top(), std::max(0, right - left), side);
}

QRect flipped(const QRect &rect, int width)
{
    return rect.isNull() ? rect
                         : QRect(width - rect.left() - rect.width(), rect.top(), rect.width(), rect.height());
}

} // namespace

bool isPicture(const File &file)
{
    static const QStringList shown{u"image/png"_s, u"image/jpeg"_s, u"image/gif"_s, u"image/webp"_s,
                                   u"image/bmp"_s};
    return shown.contains(file.mimeType) && file.width.value_or(0) > 0 && file.height.value_or(0) > 0;
}

QSize pictureBox(QSize pixels, int width)
{
    const QSize most = pictureMost.boundedTo({std::max(width, 1), pictureMost.height()});
    const QSize fitted = pixels.width() > most.width() || pixels.height() > most.height()
        ? pixels.scaled(most, Qt::KeepAspectRatio)
        : pixels;
    return fitted.expandedTo(pictureLeast).boundedTo(most);
}

QList<AttachmentBox> layOutAttachments(const QList<File> &files, int top, int width, bool offersSave,
                                       bool mirrored)
{
    QList<AttachmentBox> boxes;
    for (const File &file : files) {
        AttachmentBox box{file, shownFileName(file.name), isPicture(file)};
        if (box.isPicture)
            box.rect = QRect(QPoint(0, top), pictureBox({*file.width, *file.height}, width));
        else
            box.rect = QRect(0, top, std::min(width, cardMost), cardHeight);
        if (offersSave)
            box.save = QRect(box.rect.right() - saveSize - 3, top + 4, saveSize, saveSize);
        if (!box.isPicture)
            layOutCard(box);
        if (mirrored) {
            for (QRect *part : {&box.rect, &box.icon, &box.text, &box.save})
                *part = flipped(*part, width);
        }
        top = box.rect.bottom() + 1 + attachmentGap;
        boxes.append(box);
    }
    return boxes;
}

AttachmentAction actionOf(const Transfer &transfer)
{
    if (transfer.isUnderWay())
        return AttachmentAction::Cancel;
    return transfer.state == Transfer::State::Failed ? AttachmentAction::Retry : AttachmentAction::Open;
}

QString actionLabel(AttachmentAction action)
{
    switch (action) {
    case AttachmentAction::Open: return AttachmentWords::tr("Open");
    case AttachmentAction::Save: return AttachmentWords::tr("Save as\u2026");
    case AttachmentAction::Cancel: return AttachmentWords::tr("Cancel");
    case AttachmentAction::Retry: return AttachmentWords::tr("Try again");
    }
    Q_UNREACHABLE();
}

QString stateText(const File &file, const Transfer &transfer)
{
    switch (transfer.state) {
    case Transfer::State::None: return sizeText(file.size);
    case Transfer::State::Waiting: return AttachmentWords::tr("%1, waiting").arg(sizeText(file.size));
    case Transfer::State::Running:
        return AttachmentWords::tr("%1 of %2").arg(sizeText(transfer.done), sizeText(transfer.total));
    case Transfer::State::Failed: return transfer.reason;
    }
    Q_UNREACHABLE();
}

QString attachmentText(const AttachmentBox &box, const Transfer &transfer)
{
    const QString what =
        box.isPicture ? AttachmentWords::tr("picture %1, %2") : AttachmentWords::tr("file %1, %2");
    QStringList parts{what.arg(box.name, stateText(box.file, transfer)), actionLabel(actionOf(transfer))};
    if (!box.save.isNull())
        parts.append(actionLabel(AttachmentAction::Save));
    return parts.join(u", "_s);
}

} // namespace Hearth
