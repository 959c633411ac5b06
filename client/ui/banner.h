// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace Hearth {

class IconButton;
class Theme;

// A strip of 36 px (more where the text needs two lines) that says what is the matter and offers the next
// step, or two of which one may choose. Where these leave the text too little room, they stand below it.
// Hidden while it has no text.
class Banner : public QWidget
{
    Q_OBJECT

public:
    explicit Banner(Theme &theme, QWidget *parent = nullptr);

    // An empty text hides the strip.
    void showText(const QString &text, const QString &action = {}, const QString &other = {});
    void setDismissible(bool dismissible);
    void setAlarming(bool alarming); // what it tells of does not mend itself
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void actionTriggered();
    void otherTriggered();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitButtons();
    void arrange();

    Theme &m_theme;
    QBoxLayout *const m_parts; // the text, and the buttons
    QBoxLayout *const m_buttons;
    QLabel *const m_label;
    QPushButton *const m_action;
    QPushButton *const m_other;
    IconButton *const m_dismiss;
    bool m_alarming = false;
};

} // namespace Hearth
