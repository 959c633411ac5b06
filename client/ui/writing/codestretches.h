// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QStringView>

namespace Hearth {

// A part of a text, in UTF-16 code units.
struct Stretch {
    int start = 0;
    int length = 0;

    [[nodiscard]] int end() const { return start + length; }
    bool operator==(const Stretch &) const = default;
};

// Whether a line opens or closes a block of code.
[[nodiscard]] bool isFence(QStringView line);

// Whether the line that a place stands in belongs to a block of code that is not closed before it.
[[nodiscard]] bool isInOpenFence(QStringView text, qsizetype place);

// What stands between backticks in one line, with them.
[[nodiscard]] QList<Stretch> inlineCode(QStringView line);

// All code of a text, blocks and inline, with its marks.
[[nodiscard]] QList<Stretch> codeIn(QStringView text);

} // namespace Hearth
