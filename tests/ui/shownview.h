// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/timelinefixture.h"
#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <QWheelEvent>

namespace Hearth::TimelineFixture {

// A view with a store of its own, shown at 600 x 500.
struct Shown {
    Theme theme{Theme::Appearance::Light};
    TimelineStore store{me, nameOf};
    TimelineView view{store, theme};

    explicit Shown(const MessageSlice &slice, Density density = Density::Cozy)
    {
        theme.setDensity(density);
        QFont font(u"Inter"_s);
        font.setPixelSize(13);
        view.setFont(font);
        view.resize(600, 500);
        store.reset(slice);
        view.startOver();
        view.show();
        QApplication::setActiveWindow(&view);
        view.setFocus();
    }

    // Where the text of a row begins; far away when it is out of sight.
    [[nodiscard]] int bodyY(const QString &id) const
    {
        for (const RowFlow::Placed &placed : view.visibleRows()) {
            if (store.rows().at(placed.row).id == id)
                return placed.bodyY();
        }
        return -100'000;
    }

    // The message whose text begins first in sight.
    [[nodiscard]] QString topMessage() const
    {
        for (const RowFlow::Placed &placed : view.visibleRows()) {
            if (store.rows().at(placed.row).isMessage() && placed.bodyY() >= 0)
                return store.rows().at(placed.row).id;
        }
        return {};
    }

    [[nodiscard]] QPoint textPoint(const QString &id, int x = 0) const
    {
        return {TimelineSize::textLeft + x, bodyY(id) + 9};
    }

    void wheel(int pixels)
    {
        const QPoint center = view.viewport()->rect().center();
        QWheelEvent event(center, view.viewport()->mapToGlobal(center), QPoint(0, pixels), QPoint(),
                          Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(view.viewport(), &event);
    }
};

} // namespace Hearth::TimelineFixture
