// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/transferstates.h"
#include "model/file.h"

#include <QImage>
#include <QSet>

namespace Hearth {

// Where the timeline gets pictures and the states of transfers from. It asks for what it paints, and paints
// again on changed().
class AttachmentSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // The picture of a file, fitted into a box of which each side has `ratio` times as many pixels. Null
    // while there is none: it comes later.
    virtual QImage picture(const File &file, QSize box, qreal ratio) = 0;
    [[nodiscard]] virtual bool isMissing(const QString &fileId) const = 0; // it does not come
    [[nodiscard]] virtual Transfer transfer(const QString &fileId) const = 0;

    // Files of the rows in sight. What was asked for others and has not begun is forgotten.
    virtual void setInSight(const QSet<QString> &fileIds) = 0;

Q_SIGNALS:
    void changed(const QString &fileId);
};

} // namespace Hearth
