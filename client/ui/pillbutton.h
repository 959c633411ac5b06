// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>

namespace Hearth {

class Theme;

// One of a few exclusive choices beside each other, like the filters above the list.
class PillButton : public QAbstractButton
{
    Q_OBJECT

public:
    PillButton(const QString &text, Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    Theme &m_theme;
};

} // namespace Hearth
