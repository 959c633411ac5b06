// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;

namespace Hearth {

class IconButton;
class Theme;

// Above the field: which message is answered or edited, and the way out. 44 px, and more with large text.
class ContextBar : public QWidget
{
    Q_OBJECT

public:
    ContextBar(Theme &theme, QWidget *parent);

    void setContext(const QString &icon, const QString &title, const QString &line);

Q_SIGNALS:
    void left();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void elide();

    Theme &m_theme;
    QString m_icon;
    QString m_wholeLine;
    QLabel *const m_title;
    QLabel *const m_line;
    IconButton *const m_close;
};

} // namespace Hearth
