// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/menufield.h"

#include <QStyleOption>
#include <QStylePainter>

namespace Hearth {

MenuField::MenuField(QWidget *parent)
    : QPushButton(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); // as wide as the page
}

QStyleOptionComboBox MenuField::look() const
{
    QStyleOptionComboBox box;
    box.initFrom(this);
    box.currentText = text();
    return box;
}

// QComboBox has two pixels more than its line, too.
QSize MenuField::sizeHint() const
{
    const QStyleOptionComboBox box = look();
    const QSize words(fontMetrics().horizontalAdvance(text()), fontMetrics().height() + 2);
    return style()->sizeFromContents(QStyle::CT_ComboBox, &box, words, this);
}

void MenuField::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    const QStyleOptionComboBox box = look();
    painter.drawComplexControl(QStyle::CC_ComboBox, box);
    painter.drawControl(QStyle::CE_ComboBoxLabel, box);
}

} // namespace Hearth
