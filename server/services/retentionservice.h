// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/publisher.h"
#include "storage/retentionstore.h"

#include <QTimer>

namespace Hearth {

// Removes messages that have reached an age, in the background. A sweep looks at every conversation and rests
// after each transaction as long as that took, so that it never has more than half of the writer.
class RetentionService
{
public:
    RetentionService(RetentionStore &store, Publisher &publisher, std::optional<std::chrono::days> age,
                     std::chrono::milliseconds interval = std::chrono::hours(1));

    void start(); // nothing happens when there is no age
    void stop(); // at the next transaction

    // One sweep now: how many messages it removed. conflict while another one runs.
    QCoro::Task<Result<int>> sweep();

private:
    QCoro::Task<Result<int>> sweepAll(Timestamp before);
    QCoro::Task<Result<int>> sweepConversation(ConversationId id, Timestamp before);
    QCoro::Task<Result<void>> giveSpaceBack();
    QCoro::Task<> sweepAndLog();

    RetentionStore &m_store;
    Publisher &m_publisher;
    const std::optional<std::chrono::days> m_age;
    QTimer m_timer;
    bool m_sweeping = false;
    bool m_stopped = false;
};

} // namespace Hearth
