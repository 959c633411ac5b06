// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>

namespace Hearth {

class Theme;

// A flat button that shows an emoji. Its name is what a screen reader says and the tool tip shows.
class EmojiButton : public QAbstractButton
{
    Q_OBJECT

public:
    EmojiButton(const QString &emoji, const QString &name, Theme &theme, QWidget *parent = nullptr);

    void setEmoji(const QString &emoji);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_emoji;
    Theme &m_theme;
};

} // namespace Hearth
