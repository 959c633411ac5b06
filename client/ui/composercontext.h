// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace Hearth {

class IconButton;
class Theme;

// What is being answered or edited: a bar of 44 px above the field, with a button that ends it.
class ComposerContext : public QWidget
{
    Q_OBJECT

public:
    explicit ComposerContext(Theme &theme, QWidget *parent = nullptr);

    void setText(const QString &title, const QString &text);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void closeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    Theme &m_theme;
    IconButton *const m_close;
    QString m_title;
    QString m_text; // one line
};

} // namespace Hearth
