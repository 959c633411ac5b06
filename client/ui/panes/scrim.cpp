// SPDX-License-Identifier: Apache-2.0
#include "ui/panes/scrim.h"

#include <QPainter>

namespace Hearth {

namespace {

const QColor shade(0, 0, 0, 110);

} // namespace

Scrim::Scrim(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("scrim"));
    hide();
}

void Scrim::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), shade);
}

void Scrim::mousePressEvent(QMouseEvent *)
{
    Q_EMIT pressed();
}

} // namespace Hearth
