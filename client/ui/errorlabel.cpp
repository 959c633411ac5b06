// SPDX-License-Identifier: Apache-2.0
#include "ui/errorlabel.h"

namespace Hearth {

ErrorLabel::ErrorLabel(const QString &objectName, QWidget *parent)
    : QLabel(parent)
{
    setObjectName(objectName);
    setTextFormat(Qt::PlainText);
    setForegroundRole(QPalette::BrightText);
    setWordWrap(true);
    hide();
}

void ErrorLabel::showText(const QString &sentence)
{
    setText(sentence);
    setVisible(!sentence.isEmpty());
}

} // namespace Hearth
