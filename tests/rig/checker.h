// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rig/record.h"

namespace Hearth::Rig {

// A promise (docs/reliability.md) that a record breaks, and the shortest piece of the record that shows it.
struct Violation {
    int promise = 0;
    QString what;
    QStringList evidence;
};

// Promises 1 (nothing acknowledged is lost), 2 (once for a client_msg_id), 3 (one order without a gap),
// 4 (every member gets every change), 6 (watermarks only go forward), 7 (counters equal a recount) and, for
// what reaches clients, 5 (nobody else does).
[[nodiscard]] QList<Violation> check(const Record &record);

[[nodiscard]] QString describe(const Event &event);
[[nodiscard]] QString describe(const QList<Violation> &violations);

// The parts of check().
void checkNothingAcknowledgedIsLost(const Record &record, QList<Violation> &out);
void checkOncePerKey(const Record &record, QList<Violation> &out);
void checkOneOrderWithoutGap(const Record &record, QList<Violation> &out);
void checkEverybodyHasTheSame(const Record &record, QList<Violation> &out);
void checkNobodyElseSaw(const Record &record, QList<Violation> &out);
void checkWatermarksGoForward(const Record &record, QList<Violation> &out);
void checkCounters(const Record &record, QList<Violation> &out);

} // namespace Hearth::Rig
