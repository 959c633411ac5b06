// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/timeline/rowactions.h"

#include <QFrame>

namespace Hearth {

class EmojiButton;
class IconButton;
class Theme;

// What is done most, over the corner of the row that the pointer or the keyboard is at. There is one for all
// rows.
class RowToolbar : public QFrame
{
    Q_OBJECT

public:
    RowToolbar(Theme &theme, QWidget *parent);

    // Those that are `recent` come first; common ones stand for what is missing of three. `brief`: none of
    // them, for a narrow view.
    void showFor(const TimelineItem &item, const RowRights &rights, const QStringList &recent, bool brief);

Q_SIGNALS:
    void triggered(RowAction action);
    void reactionTriggered(const QString &emoji);
    void menuRequested(); // everything else

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showReactions(QStringList recent);

    Theme &m_theme;
    QStringList m_reactions; // that are offered
    QList<EmojiButton *> m_reactionButtons;
    QList<std::pair<RowAction, IconButton *>> m_buttons;
};

} // namespace Hearth
