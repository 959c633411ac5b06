// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sql.h"
#include "core/types.h"

// The files of messages in the outbox. For the thread of the store; failures stay in `sql`.
namespace Hearth::AttachmentTable {

void put(Sql &sql, const OutgoingMessage &message);
[[nodiscard]] QList<OutgoingAttachment> of(Sql &sql, const QString &clientMsgId);

void setCopied(Sql &sql, const QString &id);
void setUploaded(Sql &sql, const QString &id, const QString &fileId); // empty: no longer

// Removes those of messages that are not in the outbox.
void clear(Sql &sql);

} // namespace Hearth::AttachmentTable
