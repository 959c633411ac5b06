// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace Hearth {

class Theme;

// Says, over all of a pane, that files may be dropped there.
class DropOverlay : public QWidget
{
    Q_OBJECT

public:
    DropOverlay(Theme &theme, QWidget *pane);

    void appear();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
};

} // namespace Hearth
