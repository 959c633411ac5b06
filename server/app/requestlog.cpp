// SPDX-License-Identifier: Apache-2.0
#include "app/requestlog.h"

#include "metrics/metrics.h"

#include <QLoggingCategory>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(requestLog, "hearth.request")

constexpr auto slow = 1s;

double milliseconds(std::chrono::nanoseconds duration)
{
    return std::chrono::duration<double, std::milli>(duration).count();
}

// Who has an external user service may be called anything.
QString quoted(const QString &text)
{
    QString escaped = text;
    escaped.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return u'"' + escaped + u'"';
}

QString who(const UserId &user)
{
    return user.isEmpty() ? QString() : u" user="_s + quoted(user);
}

} // namespace

RequestLog::Outcome RequestLog::outcome(bool failed, std::chrono::nanoseconds duration)
{
    if (failed)
        return Outcome::Failed;
    return duration > slow ? Outcome::Slow : Outcome::Answered;
}

// Asked before a line is composed, which costs more than what it tells of.
bool RequestLog::wants(Outcome outcome, Clock::time_point now)
{
    if (now - m_second >= 1s) {
        if (m_warnings > warningsPerSecond)
            qCWarning(requestLog, "warnings_left_out count=%d", m_warnings - warningsPerSecond);
        m_second = now;
        m_warnings = 0;
    }
    if (outcome == Outcome::Answered)
        return requestLog().isDebugEnabled();
    return ++m_warnings <= warningsPerSecond;
}

void RequestLog::note(const HandledRequest &handled, Clock::time_point now)
{
    const Outcome what = outcome(handled.status >= 500, handled.duration);
    if (!wants(what, now))
        return;
    const QString route = handled.route.isEmpty() ? u"none"_s : handled.route;
    write(what, handled.duration, u"request"_s,
          u"request_id=%1 method=%2 route=%3 status=%4 peer=%5%6"_s.arg(
              handled.request.requestId, QString::fromLatin1(knownMethod(handled.request.method)), route,
              QString::number(handled.status), handled.request.peer.toString(), who(handled.userId)));
}

void RequestLog::note(const HandledFrame &handled, Clock::time_point now)
{
    const Outcome what = outcome(handled.error && httpStatus(*handled.error) >= 500, handled.duration);
    if (!wants(what, now))
        return;
    const QString code = handled.error ? QString(wireName(*handled.error)) : u"none"_s;
    const QString id = isHarmlessId(handled.id) ? u" request_id="_s + handled.id : QString();
    write(what, handled.duration, u"frame"_s,
          u"connection=%1%2 type=%3 error=%4%5"_s.arg(QString::number(handled.connection), id,
                                                      QString(handled.type), code, who(handled.userId)));
}

void RequestLog::write(Outcome outcome, std::chrono::nanoseconds duration, const QString &what,
                       const QString &fields)
{
    const QString line = fields + u" duration_ms=%1"_s.arg(milliseconds(duration), 0, 'f', 1);
    if (outcome == Outcome::Failed)
        qCWarning(requestLog).noquote().nospace() << what << "_failed " << line;
    else if (outcome == Outcome::Slow)
        qCWarning(requestLog).noquote().nospace() << what << "_slow " << line;
    else
        qCDebug(requestLog).noquote().nospace() << what << "_answered " << line;
}

} // namespace Hearth
