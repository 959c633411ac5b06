// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace Hearth {

class Theme;

// Paints one emoji of a grid.
class EmojiDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int cell = 36; // px, each way

    EmojiDelegate(Theme &theme, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Theme &m_theme;
};

} // namespace Hearth
