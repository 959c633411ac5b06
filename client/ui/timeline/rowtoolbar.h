// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/timeline/rowactions.h"

#include <QFrame>

namespace Hearth {

class IconButton;
class Theme;

// What is done most, over the corner of the row that the pointer or the keyboard is at. There is one for all
// rows.
class RowToolbar : public QFrame
{
    Q_OBJECT

public:
    RowToolbar(Theme &theme, QWidget *parent);

    void showFor(const TimelineItem &item, const RowRights &rights);

Q_SIGNALS:
    void triggered(RowAction action);
    void menuRequested(); // everything else

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    QList<std::pair<RowAction, IconButton *>> m_buttons;
};

} // namespace Hearth
