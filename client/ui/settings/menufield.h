// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPushButton>

class QStyleOptionComboBox;

namespace Hearth {

// A button with a menu that looks like the boxes beside it, in which one also chooses.
class MenuField : public QPushButton
{
    Q_OBJECT

public:
    explicit MenuField(QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QStyleOptionComboBox look() const;
};

} // namespace Hearth
