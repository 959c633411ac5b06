// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace Hearth {

class AvatarSource;
class Theme;

// Paints a person in a list to choose from: avatar, name, @username. 48 px.
class UserDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    UserDelegate(Theme &theme, AvatarSource &avatars, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Theme &m_theme;
    AvatarSource &m_avatars;
};

} // namespace Hearth
