// SPDX-License-Identifier: Apache-2.0
#pragma once

class QMenu;
class QTextCursor;

namespace Hearth {

class WritingTools;

// What can be done about the word at a place, above the rest of the menu, and how spelling is checked, below
// it.
void addSpelling(QMenu &menu, const QTextCursor &place, WritingTools &tools);

} // namespace Hearth
