// SPDX-License-Identifier: Apache-2.0
#pragma once

class QMenu;
class QString;
class QTextCursor;

namespace Hearth {

class WritingTools;

// Of "en_GB", in the language of the program.
[[nodiscard]] QString spellingLanguageName(const QString &code);

// What can be done about the word at a place, above the rest of the menu, and how spelling is checked, below
// it.
void addSpelling(QMenu &menu, const QTextCursor &place, WritingTools &tools);

} // namespace Hearth
