// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/panerow.h"

#include <QListView>
#include <QStackedWidget>

namespace Hearth {

class AvatarSource;
class EmptyState;
class Theme;

// A list of PaneRows, or what stands there when it is empty. Enter or a click chooses a row.
class PaneList : public QStackedWidget
{
    Q_OBJECT

public:
    PaneList(const QString &name, QAbstractItemModel &model, Theme &theme, AvatarSource &avatars,
             QWidget *parent = nullptr);

    [[nodiscard]] QListView &view() { return *m_view; }
    [[nodiscard]] EmptyState &empty() { return *m_empty; }
    void chooseNeighbour(int step); // of the current row, or the first one
    void chooseCurrent();

Q_SIGNALS:
    void chosen(const PaneRow &row);

private:
    void choose(const QModelIndex &index);
    void refresh();

    QAbstractItemModel &m_model;
    QListView *const m_view;
    EmptyState *const m_empty;
};

} // namespace Hearth
