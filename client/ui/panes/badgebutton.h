// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/iconbutton.h"

namespace Hearth {

// An icon button with the number of what is new.
class BadgeButton : public IconButton
{
    Q_OBJECT

public:
    BadgeButton(const QString &icon, const QString &name, Theme &theme, QWidget *parent = nullptr);

    void setCount(int count); // 0: no badge
    [[nodiscard]] int count() const { return m_count; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const QString m_name;
    Theme &m_theme;
    int m_count = 0;
};

} // namespace Hearth
