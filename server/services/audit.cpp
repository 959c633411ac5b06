// SPDX-License-Identifier: Apache-2.0
#include "services/audit.h"

#include <QLoggingCategory>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcAudit, "hearth.audit")

// Ids of an external user service may hold anything.
QString quoted(QString value)
{
    return u'"' + value.replace(u'\\', "\\\\"_L1).replace(u'"', "\\\""_L1) + u'"';
}

} // namespace

void audit(const Caller &actor, QLatin1StringView action, const QString &target)
{
    const QString who = actor.userId.isEmpty() ? u"command line"_s : actor.userId;
    qCInfo(lcAudit).noquote().nospace()
        << "admin_action actor=" << quoted(who) << " action=" << action << " target=" << quoted(target);
}

} // namespace Hearth
