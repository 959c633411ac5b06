// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/answer.h"
#include "core/transfers.h"
#include "fakesession.h"

namespace Hearth::Test {

// What the Transfers of a FakeSession know and were asked. faketransfers.cpp defines their members.
struct FakeTransfers {
    QHash<QString, Transfer> states;
    QHash<QString, QString> paths; // where the contents lie, by file id; of others there are none
    std::optional<qint64> limit;
    bool waits = false; // nothing is answered until answerAll()

    QStringList asked; // "fetch f", "cancel f", "save f /tmp/x" …
    QList<Answer<bool>> waiting;
};

[[nodiscard]] FakeTransfers &transfersOf(Session &session);
void setTransfer(Session &session, const QString &fileId, const Transfer &transfer);
void answerAll(Session &session);

} // namespace Hearth::Test
