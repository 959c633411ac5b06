// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/timelinestore.h"

#include <memory>

class QMimeData;

namespace Hearth {

// A place between two characters of a row's plain text.
struct TextPlace {
    QString rowId;
    int position = 0;

    bool operator==(const TextPlace &) const = default;
};

// The text between two places, across rows, in whichever direction it was drawn up.
class TimelineSelection
{
public:
    explicit TimelineSelection(const TimelineStore &store);

    void start(const TextPlace &place);
    void extendTo(const TextPlace &place);
    void clear();

    // Also when one of its rows is no longer there.
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] int firstRow() const;
    [[nodiscard]] int lastRow() const;
    // What is selected of a row whose text has this length: start and length.
    [[nodiscard]] std::pair<int, int> rangeIn(int row, int length) const;

private:
    [[nodiscard]] std::pair<TextPlace, TextPlace> ordered() const;

    const TimelineStore &m_store;
    TextPlace m_from;
    TextPlace m_to;
};

struct CopiedRow {
    QString name;
    QString time;
    QString text;
    QString markdown = {}; // as it was written; empty: `text` is all there is of it
};

// Plain text, with "[time] name: " before each when there are several; HTML in which all of it is escaped;
// and Markdown (RFC 7763).
[[nodiscard]] std::unique_ptr<QMimeData> toMimeData(const QList<CopiedRow> &rows);

} // namespace Hearth
