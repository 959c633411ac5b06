// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace Hearth {

// Darkens what lies below a pane; pressing it means that the pane should go.
class Scrim : public QWidget
{
    Q_OBJECT

public:
    explicit Scrim(QWidget *parent);

Q_SIGNALS:
    void pressed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
};

} // namespace Hearth
