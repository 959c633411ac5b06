// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/caller.h"
#include "storage/reportstore.h"
#include "storage/userstore.h"
#include "wire/accounts.h"

namespace Hearth {

class MessageService;

// What people tell the administrators of other people and of messages.
class ReportService
{
public:
    static constexpr int reasonLength = 2'000; // UTF-16 code units

    ReportService(ReportStore &store, UserStore &users, MessageService &messages);

    // A message that the caller may see, or a person: not_found otherwise. The same thing reported again,
    // while that is open, is the report that there is.
    QCoro::Task<Result<AbuseReport>> report(Caller caller, ReportRequest request);

    // For administrators; forbidden for everybody else.
    QCoro::Task<Result<QList<AbuseReport>>> list(Caller caller, bool open, int limit, QString after);
    QCoro::Task<Result<AbuseReport>> resolve(Caller caller, QString id); // not_found

private:
    ReportStore &m_store;
    UserStore &m_users;
    MessageService &m_messages;
};

} // namespace Hearth
