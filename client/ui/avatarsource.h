// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QObject>

namespace Hearth {

// Where the pictures of people and groups come from, for whoever paints them. It is asked at each painting,
// and everything is painted again on changed().
class AvatarSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // A disc so many pixels wide, of the person or the group with this id. Null while there is none.
    virtual QImage avatar(const QString &key, int pixels) = 0;

Q_SIGNALS:
    void changed(const QString &key);
};

} // namespace Hearth
