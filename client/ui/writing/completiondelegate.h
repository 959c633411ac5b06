// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace Hearth {

class AvatarSource;
class CompletionModel;
class Theme;

// Paints a completion: picture or emoji, title, detail. 36 px.
class CompletionDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int rowHeight = 36;

    CompletionDelegate(const CompletionModel &model, Theme &theme, AvatarSource &avatars, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const CompletionModel &m_model;
    Theme &m_theme;
    AvatarSource &m_avatars;
};

} // namespace Hearth
