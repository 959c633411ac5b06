// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/messagechanges.h"
#include "fakesession.h"

namespace Hearth::Test {

// What was done to the messages of a FakeSession. Each change is made at once; fakechanges.cpp defines the
// members of MessageChanges.
struct FakeChanges {
    QStringList asked; // "edit m1 text", "remove m1", "react m1 👍 1", "pin m1 1", "drop 3", "retry 3"
    QList<MessageChange> waiting; // given to whoever asks
    Result<QList<MessageVersion>> versions = QList<MessageVersion>();
    Result<ReceiptList> receipts = ReceiptList();
    int found = 0; // how often a single message was asked for
};

[[nodiscard]] FakeChanges &changesOf(Session &session);

} // namespace Hearth::Test
