// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/timelinestore.h"
#include "ui/timeline/markdown.h"
#include "ui/timeline/timelinestyle.h"

#include <QTextLayout>

// What a message says, before it is laid out.
namespace Hearth {

// What is written in a message, or what stands for it. Empty: it consists of files alone.
[[nodiscard]] QList<TextBlock> messageBlocks(const TimelineItem &item, const UserId &self);

[[nodiscard]] QList<QTextLayout::FormatRange> formatsOf(const TextBlock &block, const TimelineStyle &style);

} // namespace Hearth
