// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace Hearth {

class AvatarSource;
class Theme;

// Paints a member: picture with presence, name, and their role where it is a special one.
class MemberDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    MemberDelegate(Theme &theme, AvatarSource &avatars, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Theme &m_theme;
    AvatarSource &m_avatars;
};

} // namespace Hearth
