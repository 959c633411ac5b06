// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineEdit>

namespace Hearth {

class Theme;

// A field to search in a list. Up, Down, Page Up and Page Down go to the list while the field keeps the
// focus; Esc empties it.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    SearchField(const QString &name, Theme &theme, QWidget *parent = nullptr);

    void setList(QWidget *list);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeRoomForIcon();

    Theme &m_theme;
    QWidget *m_list = nullptr;
};

} // namespace Hearth
