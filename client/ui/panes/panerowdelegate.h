// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>
#include <QTextLayout>

namespace Hearth {

struct PaneRow;
class AvatarSource;
class Theme;

// Paints a PaneRow: who, where and when in one line, two lines of text below with what was searched for. A
// notification says on the second line what it is about.
class PaneRowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    PaneRowDelegate(Theme &theme, AvatarSource &avatars, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintHead(QPainter &painter, const QStyleOptionViewItem &option, const PaneRow &row) const;
    void paintText(QPainter &painter, const QRect &area, const PaneRow &row, const QTextLayout &layout) const;
    [[nodiscard]] QList<QTextLayout::FormatRange> highlightsOf(const PaneRow &row) const;

    Theme &m_theme;
    AvatarSource &m_avatars;
};

} // namespace Hearth
