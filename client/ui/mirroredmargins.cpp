// SPDX-License-Identifier: Apache-2.0
#include "ui/mirroredmargins.h"

#include <QEvent>
#include <QLayout>
#include <QWidget>

namespace Hearth {

namespace {

class MarginMirror : public QObject
{
public:
    MarginMirror(QLayout &layout, QWidget &widget, const QMargins &margins)
        : QObject(&layout)
        , m_layout(layout)
        , m_widget(widget)
        , m_margins(margins)
    {
        widget.installEventFilter(this);
        apply();
    }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::LayoutDirectionChange)
            apply();
        return false;
    }

private:
    void apply()
    {
        const QMargins &m = m_margins;
        m_layout.setContentsMargins(
            m_widget.isRightToLeft() ? QMargins(m.right(), m.top(), m.left(), m.bottom()) : m);
    }

    QLayout &m_layout;
    QWidget &m_widget;
    const QMargins m_margins;
};

} // namespace

void setMirroredMargins(QLayout &layout, QWidget &widget, const QMargins &margins)
{
    new MarginMirror(layout, widget, margins);
}

} // namespace Hearth
