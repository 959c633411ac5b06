// SPDX-License-Identifier: Apache-2.0
#include "ui/errorlabel.h"

#include "ui/leadingtext.h"

#include <QDialog>
#include <QLayout>

namespace Hearth {

ErrorLabel::ErrorLabel(const QString &objectName, QWidget *parent)
    : QLabel(parent)
{
    setObjectName(objectName);
    setTextFormat(Qt::PlainText);
    keepLeading(*this);
    setForegroundRole(QPalette::BrightText);
    setWordWrap(true);
    hide();
}

void ErrorLabel::showText(const QString &sentence)
{
    setText(sentence);
    setVisible(!sentence.isEmpty());
    const auto *dialog = qobject_cast<QDialog *>(window());
    if (sentence.isEmpty() || !dialog || !dialog->layout())
        return;
    dialog->layout()->activate();
    const int wanted = dialog->layout()->totalHeightForWidth(dialog->width());
    if (wanted > dialog->height()) // no dialog grows by itself for a sentence of several lines
        window()->resize(dialog->width(), wanted);
}

} // namespace Hearth
