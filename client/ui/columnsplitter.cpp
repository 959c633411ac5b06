// SPDX-License-Identifier: Apache-2.0
#include "ui/columnsplitter.h"

#include <QEvent>

namespace Hearth {

namespace {

class Handle : public QSplitterHandle
{
public:
    explicit Handle(ColumnSplitter *parent)
        : QSplitterHandle(parent->orientation(), parent)
    { }

protected:
    void mouseDoubleClickEvent(QMouseEvent *) override
    {
        Q_EMIT static_cast<ColumnSplitter *>(splitter())->resetRequested();
    }
};

} // namespace

ColumnSplitter::ColumnSplitter(QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
{
    setChildrenCollapsible(false);
    setHandleWidth(1); // the area to grab is wider
}

// QSplitter would leave its columns where they are until it is resized.
void ColumnSplitter::changeEvent(QEvent *event)
{
    QSplitter::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        setSizes(sizes());
}

QSplitterHandle *ColumnSplitter::createHandle()
{
    return new Handle(this);
}

} // namespace Hearth
