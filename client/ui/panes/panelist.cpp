// SPDX-License-Identifier: Apache-2.0
#include "ui/panes/panelist.h"

#include "ui/avatarsource.h"
#include "ui/emptystate.h"
#include "ui/panes/panerowdelegate.h"

#include <QAction>

#include <algorithm>

namespace Hearth {

PaneList::PaneList(const QString &name, QAbstractItemModel &model, Theme &theme, AvatarSource &avatars,
                   QWidget *parent)
    : QStackedWidget(parent)
    , m_model(model)
    , m_view(new QListView(this))
    , m_empty(new EmptyState(this))
{
    m_view->setObjectName(QStringLiteral("paneList"));
    m_view->setAccessibleName(name);
    m_view->setModel(&model);
    m_view->setItemDelegate(new PaneRowDelegate(theme, avatars, this));
    m_view->setUniformItemSizes(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setMouseTracking(true);
    m_view->viewport()->setAutoFillBackground(false);
    m_empty->setObjectName(QStringLiteral("paneEmptyState"));
    addWidget(m_view);
    addWidget(m_empty);
    setFocusProxy(m_view);

    auto *enter = new QAction(tr("Show the message"), m_view);
    enter->setShortcuts({Qt::Key_Return, Qt::Key_Enter});
    enter->setShortcutContext(Qt::WidgetShortcut);
    m_view->addAction(enter);
    connect(enter, &QAction::triggered, this, &PaneList::chooseCurrent);
    connect(m_view, &QListView::clicked, this, &PaneList::choose);
    connect(&avatars, &AvatarSource::changed, m_view->viewport(), qOverload<>(&QWidget::update));
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&model, signal, this, &PaneList::refresh);
    connect(&model, &QAbstractItemModel::modelReset, this, &PaneList::refresh);
    refresh();
}

void PaneList::refresh()
{
    setCurrentWidget(m_model.rowCount() > 0 ? static_cast<QWidget *>(m_view) : m_empty);
}

void PaneList::chooseNeighbour(int step)
{
    const int count = m_model.rowCount();
    if (count == 0)
        return;
    const QModelIndex current = m_view->currentIndex();
    const int row = current.isValid() ? std::clamp(current.row() + step, 0, count - 1) : 0;
    m_view->setCurrentIndex(m_model.index(row, 0));
    choose(m_view->currentIndex());
}

void PaneList::chooseCurrent()
{
    choose(m_view->currentIndex());
}

void PaneList::choose(const QModelIndex &index)
{
    if (index.isValid())
        Q_EMIT chosen(index.data(PaneRoles::RowRole).value<PaneRow>());
}

} // namespace Hearth
