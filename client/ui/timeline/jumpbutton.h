// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>

namespace Hearth {

class Theme;

// The circle that leads to the latest messages, with the number of those that have come meanwhile.
class JumpButton : public QAbstractButton
{
    Q_OBJECT

public:
    JumpButton(Theme &theme, QWidget *parent = nullptr);

    void setCount(int count);
    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    int m_count = 0;
};

} // namespace Hearth
