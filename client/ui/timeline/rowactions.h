// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/timelinestore.h"

#include <QString>

namespace Hearth {

// What can be done with a message.
enum class RowAction {
    React,
    Reply,
    Thread,
    Edit,
    Pin,
    Copy,
    CopyMarkdown,
    CopyLink,
    MarkUnread,
    Versions,
    Readers,
    Report,
    Delete
};

// What this person may do in the conversation that is shown.
struct RowRights {
    bool writes = true; // and reacts, pins, replies
    bool moderates = false; // deletes what others wrote
    bool threads = true; // a thread can be opened: this is none

    bool operator==(const RowRights &) const = default;
};

[[nodiscard]] QString rowActionLabel(RowAction action, const TimelineItem &item);
[[nodiscard]] int rowActionKey(RowAction action); // Qt::Key on the focused row; 0: none
[[nodiscard]] bool isOffered(RowAction action, const TimelineItem &item, const RowRights &rights);

} // namespace Hearth
