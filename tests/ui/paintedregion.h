// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPaintEvent>
#include <QTest>
#include <QWidget>

namespace Hearth::Test {

// What of a widget has been painted.
class PaintedRegion : public QObject
{
public:
    explicit PaintedRegion(QWidget &widget)
        : m_widget(widget)
    {
        widget.installEventFilter(this);
    }
    QRegion region;

    // All that is due; an update of nearly nothing tells when.
    void settle()
    {
        region = {};
        m_widget.update(sentinel);
        QTRY_VERIFY(region.contains(sentinel));
    }

    static constexpr QRect sentinel{0, 0, 1, 1};

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            region += static_cast<QPaintEvent *>(event)->region();
        return false;
    }

private:
    QWidget &m_widget;
};

} // namespace Hearth::Test
