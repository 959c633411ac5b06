// SPDX-License-Identifier: Apache-2.0
#include "services/reportservice.h"

#include "services/adminservice.h"
#include "services/audit.h"
#include "services/messageservice.h"
#include "util/uuid.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<void> checkReport(const Caller &caller, const ReportRequest &request)
{
    if (request.userId.has_value() == request.messageId.has_value())
        return fail(ErrorCode::InvalidField, u"Either user_id or message_id is required."_s, u"/user_id"_s);
    if (request.userId == caller.userId)
        return fail(ErrorCode::InvalidField, u"You cannot report yourself."_s, u"/user_id"_s);
    const QString reason = request.reason.trimmed();
    if (reason.isEmpty() || reason.size() > ReportService::reasonLength)
        return fail(ErrorCode::InvalidField,
                    u"A reason has 1 to %1 characters."_s.arg(ReportService::reasonLength), u"/reason"_s);
    return {};
}

} // namespace

ReportService::ReportService(ReportStore &store, UserStore &users, MessageService &messages)
    : m_store(store)
    , m_users(users)
    , m_messages(messages)
{ }

QCoro::Task<Result<AbuseReport>> ReportService::report(Caller caller, ReportRequest request)
{
    if (auto checked = checkReport(caller, request); !checked)
        co_return fail(std::move(checked.error()));
    AbuseReport report{.id = uuidV7(),
                       .reporterId = caller.userId,
                       .userId = request.userId,
                       .messageId = request.messageId,
                       .reason = request.reason.trimmed(),
                       .createdAt = now()};
    if (request.messageId) {
        const auto message = co_await m_messages.get(caller, *request.messageId);
        if (!message)
            co_return fail(message.error());
        report.userId = message->senderId;
    } else {
        const auto user = co_await m_users.byId(*request.userId);
        if (!user)
            co_return fail(user.error());
    }
    co_return co_await m_store.insert(std::move(report));
}

QCoro::Task<Result<QList<AbuseReport>>> ReportService::list(Caller caller, bool open, int limit,
                                                            QString after)
{
    if (auto allowed = requireAdmin(caller); !allowed)
        co_return fail(std::move(allowed.error()));
    co_return co_await m_store.list(open, limit, after);
}

QCoro::Task<Result<AbuseReport>> ReportService::resolve(Caller caller, QString id)
{
    if (auto allowed = requireAdmin(caller); !allowed)
        co_return fail(std::move(allowed.error()));
    auto report = co_await m_store.resolve(id, caller.userId, now());
    if (report)
        audit(caller, "resolve_report"_L1, id);
    co_return report;
}

} // namespace Hearth
