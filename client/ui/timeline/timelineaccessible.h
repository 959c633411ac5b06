// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Hearth {

class TimelineView;

// Makes the rows of every TimelineView known to screen readers, as items of a list. They are made when
// somebody asks for them: without a screen reader this costs nothing.
void installTimelineAccessibility();

// Tells the screen reader, if there is one, that the keyboard has moved to another row.
void announceCurrentRow(TimelineView &view);
void announceCurrentTarget(TimelineView &view); // what Tab has reached in it

} // namespace Hearth
