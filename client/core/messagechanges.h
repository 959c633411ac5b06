// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/messagechange.h"
#include "util/result.h"
#include "wire/receipts.h"

#include <QCoroTask>
#include <QObject>

#include <memory>

namespace Hearth {

// What people do to messages that are there: edit, delete, react, pin. Each holds here at once, is on the
// disk before it is sent, and is repeated until the server has answered; those to one message go in their
// order.
class MessageChanges : public QObject
{
    Q_OBJECT

public:
    struct Private;
    explicit MessageChanges(std::unique_ptr<Private> d);
    ~MessageChanges() override;

    // Each returns the id of the change.
    QString edit(const MessageRef &message, const QString &text, const QList<Mention> &mentions);
    QString
    remove(const MessageRef &message); // sent after Timing::undoDelete; drop() takes it back until then
    QString setReaction(const MessageRef &message, const QString &emoji, bool on);
    QString setPinned(const MessageRef &message, bool pinned);

    void retry(const QString &changeId); // an edit that was refused
    void drop(const QString &changeId); // unless it is being sent

    // What waits or was refused, in the order of making.
    [[nodiscard]] QList<MessageChange> of(const ConversationId &conversation) const;

    // A message with what waits applied.
    [[nodiscard]] Message applied(Message message) const;

    // What a message said before, oldest first.
    QCoro::Task<Result<QList<MessageVersion>>> versions(MessageId message);
    // Who has received it and who has read it, of all members. not_found, unavailable.
    QCoro::Task<Result<ReceiptList>> receipts(MessageId message);
    // One message, from this computer or from the server.
    QCoro::Task<Result<Message>> find(ConversationId conversation, MessageId message);

Q_SIGNALS:
    void changed(const MessageRef &message); // applied() gives something else, or of() does
    void refused(const Error &error); // it was undone

private:
    const std::unique_ptr<Private> d;
};

} // namespace Hearth
