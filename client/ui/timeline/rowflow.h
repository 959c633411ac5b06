// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/timelinestore.h"

#include <functional>
#include <vector>

namespace Hearth {

// Which rows are in the viewport, and where. The position is an anchor (a row and the y of its body) or "at
// the end"; everything else is derived from it, so what arrives, loads, is edited or changes its size
// elsewhere cannot move what the reader looks at. Only what is seen is measured; the scroll bar gets
// estimates.
class RowFlow
{
public:
    struct Metrics {
        int height = 0;
        int bodyTop = 0; // of the text, below margins and header
    };
    using Measure = std::function<Metrics(int row)>;

    struct Placed {
        int row = 0;
        int y = 0;
        Metrics metrics;

        [[nodiscard]] int bottom() const { return y + metrics.height; }
        [[nodiscard]] int bodyY() const { return y + metrics.bodyTop; }
    };

    struct ScrollRange {
        int value = 0;
        int maximum = 0;
    };

    RowFlow(const TimelineStore &store, Measure measure);

    void setViewport(int height); // call place() afterwards
    void forgetHeights(); // these are other rows: call place() afterwards
    // Finds the anchor among the rows as they are now, and places what is seen around it.
    void place();
    void goToEnd();
    void goToRow(int row, int y); // so that it begins there, as far as there is content

    // Moves the content by dy pixels (down: positive), as far as there is content. Returns how far.
    int scrollBy(int dy);
    void scrollToValue(int value); // of scrollRange()

    [[nodiscard]] const std::vector<Placed> &visible() const { return m_visible; }
    [[nodiscard]] const Placed *placed(int row) const; // null when out of sight
    [[nodiscard]] const Placed *at(int y) const;
    [[nodiscard]] bool isAtEnd() const { return m_atEnd; }
    [[nodiscard]] ScrollRange scrollRange() const;
    [[nodiscard]] int pixelsAbove() const; // loaded and out of sight; an estimate
    [[nodiscard]] int pixelsBelow() const;
    // For a value that lies in what is not loaded: the message there. 0: it is loaded.
    [[nodiscard]] qint64 unloadedSeqAt(int value) const;
    [[nodiscard]] QString anchorId() const { return m_atEnd ? QString() : m_anchorId; }

private:
    Metrics measure(int row);
    [[nodiscard]] int heightOf(int row) const; // measured or estimated
    [[nodiscard]] int averageMessage() const;
    void placeFromEnd();
    void placeFrom(int row, int y);
    bool placeAtAnchor();
    void pickAnchor();

    const TimelineStore &m_store;
    const Measure m_measure;
    int m_viewport = 0;
    bool m_atEnd = true;
    QString m_anchorId;
    int m_anchorY = 0; // of its body
    std::vector<Placed> m_visible; // from top to bottom
    QHash<QString, int> m_visibleBodies; // where the rows were: what takes over when the anchor goes
    QHash<QString, int> m_heights; // of rows that were measured, if maybe at another width
    qint64 m_measured = 0; // sum and count of message heights
    int m_measuredCount = 0;
};

} // namespace Hearth
