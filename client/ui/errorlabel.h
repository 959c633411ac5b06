// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>

namespace Hearth {

// What went wrong, as plain text; takes no place while there is nothing to say. A dialog grows for it.
class ErrorLabel : public QLabel
{
    Q_OBJECT

public:
    ErrorLabel(const QString &objectName, QWidget *parent);

    void showText(const QString &sentence); // empty: nothing
};

} // namespace Hearth
