// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QTextCursor;

namespace Hearth {

// Puts a mark of Markdown around what is selected, or takes it away; without a selection the caret stands
// between the two marks. What is selected without blanks around it stays selected.
void toggleMark(QTextCursor &cursor, const QString &mark);

// Makes the lines of the selection a quote, or no longer one.
void toggleQuote(QTextCursor &cursor);

} // namespace Hearth
