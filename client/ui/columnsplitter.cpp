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
    // Without the mask of QSplitterHandle: where a pixel is one and a half of the screen's, the line needs a
    // part of the next one.
    void resizeEvent(QResizeEvent *event) override
    {
        QSplitterHandle::resizeEvent(event);
        clearMask();
    }

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
