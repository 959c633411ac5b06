// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/transferstates.h"
#include "model/file.h"

#include <QList>
#include <QRect>

namespace Hearth {

enum class AttachmentAction { Open, Save, Cancel, Retry };

// A file of a message: a picture in a box whose size follows from the server's metadata, or a card.
// Coordinates are relative to the top left corner of the message's body.
struct AttachmentBox {
    File file;
    QString name = {}; // as it may be shown
    bool isPicture = false;
    QRect rect = {};
    QRect icon = {}; // of a card: the kind of file, or the ring of a transfer
    QRect text = {}; // of a card: the name above the size
    QRect save = {}; // the button; null when it is not offered
    int start = 0; // of its name in the plain text of the message
};

[[nodiscard]] bool isPicture(const File &file); // of a kind that is shown, with a known size

// Never larger than the picture itself, 420 x 320 or the width; large enough to be pressed.
[[nodiscard]] QSize pictureBox(QSize pixels, int width);

// One below the other from `top` on. `offersSave`: the server has them.
[[nodiscard]] QList<AttachmentBox> layOutAttachments(const QList<File> &files, int top, int width,
                                                     bool offersSave, bool mirrored);

// What pressing the attachment itself does.
[[nodiscard]] AttachmentAction actionOf(const Transfer &transfer);
[[nodiscard]] QString actionLabel(AttachmentAction action);

[[nodiscard]] QString stateText(const File &file, const Transfer &transfer); // the size, or how far it is
// As a screen reader says it, with what can be done.
[[nodiscard]] QString attachmentText(const AttachmentBox &box, const Transfer &transfer);

} // namespace Hearth
