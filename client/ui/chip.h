// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/user.h"

#include <QAbstractButton>

namespace Hearth {

class AvatarSource;
class Theme;

// A chosen person, with a cross to take the choice back.
class Chip : public QAbstractButton
{
    Q_OBJECT

public:
    Chip(const User &user, Theme &theme, AvatarSource &avatars, QWidget *parent);

    [[nodiscard]] const UserId &userId() const { return m_id; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const UserId m_id;
    Theme &m_theme;
    AvatarSource &m_avatars;
};

} // namespace Hearth
