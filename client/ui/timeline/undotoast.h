// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>
#include <QTimer>

#include <functional>

class QLabel;
class QPushButton;

namespace Hearth {

class Theme;

// Says what was done, and for five seconds offers to take it back.
class UndoToast : public QFrame
{
    Q_OBJECT

public:
    UndoToast(Theme &theme, QWidget *parent);

    void offer(const QString &text, std::function<void()> undo); // takes the place of the last one
    void arrange(); // at the bottom of the parent

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    QLabel *const m_text;
    QPushButton *const m_button;
    QTimer m_over;
    std::function<void()> m_undo;
};

} // namespace Hearth
