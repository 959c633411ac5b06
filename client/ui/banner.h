// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace Hearth {

class IconButton;
class Theme;

// A strip of 36 px (more where the text needs two lines) that says what is the matter and offers the next
// step. Hidden while it has no text.
class Banner : public QWidget
{
    Q_OBJECT

public:
    explicit Banner(Theme &theme, QWidget *parent = nullptr);

    void showText(const QString &text, const QString &action = {}); // an empty text hides the strip
    void setDismissible(bool dismissible);
    void setAlarming(bool alarming); // what it tells of does not mend itself
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    QLabel *const m_label;
    QPushButton *const m_action;
    IconButton *const m_dismiss;
    bool m_alarming = false;
};

} // namespace Hearth
