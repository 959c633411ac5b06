// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>

namespace Hearth {

class Theme;

// A flat button that shows one of our icons. Its name is what a screen reader says and the tool tip shows.
class IconButton : public QAbstractButton
{
    Q_OBJECT

public:
    IconButton(const QString &icon, const QString &name, Theme &theme, QWidget *parent = nullptr);

    void setPrimary(bool primary); // in the accent colour
    void setDirectional(bool directional); // mirrored where people write from right to left
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    [[nodiscard]] QColor iconColor() const;

    const QString m_icon;
    Theme &m_theme;
    bool m_primary = false;
    bool m_directional = false;
};

} // namespace Hearth
