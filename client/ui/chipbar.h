// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/user.h"

#include <QWidget>

namespace Hearth {

class AvatarSource;
class Chip;
class Theme;

// The people chosen so far, one chip each, in as many lines as they need. Activating a chip removes it.
class ChipBar : public QWidget
{
    Q_OBJECT

public:
    ChipBar(Theme &theme, AvatarSource &avatars, QWidget *parent = nullptr);

    void add(const User &user); // somebody who is there already stays as they are
    [[nodiscard]] QList<UserId> users() const;

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void changed();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void remove(const UserId &id);
    int arrange(int width, bool move) const; // the height that it takes

    Theme &m_theme;
    AvatarSource &m_avatars;
    QList<Chip *> m_chips;
};

} // namespace Hearth
