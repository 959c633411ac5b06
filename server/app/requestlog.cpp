// SPDX-License-Identifier: Apache-2.0
#include "app/requestlog.h"

#include "metrics/metrics.h"

#include <QLoggingCategory>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(requestLog, "hearth.request")

constexpr std::chrono::seconds slow{1};

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

void write(bool failed, std::chrono::nanoseconds duration, const QString &what, const QString &fields)
{
    const QString line = fields + u" duration_ms=%1"_s.arg(milliseconds(duration), 0, 'f', 1);
    if (failed)
        qCWarning(requestLog).noquote().nospace() << what << "_failed " << line;
    else if (duration > slow)
        qCWarning(requestLog).noquote().nospace() << what << "_slow " << line;
    else
        qCDebug(requestLog).noquote().nospace() << what << "_answered " << line;
}

} // namespace

void logRequest(const HandledRequest &handled)
{
    const QString route = handled.route.isEmpty() ? u"none"_s : handled.route;
    write(handled.status >= 500, handled.duration, u"request"_s,
          u"request_id=%1 method=%2 route=%3 status=%4 peer=%5%6"_s.arg(
              handled.request.requestId, QString::fromLatin1(knownMethod(handled.request.method)), route,
              QString::number(handled.status), handled.request.peer.toString(), who(handled.userId)));
}

void logFrame(const HandledFrame &handled)
{
    const bool failed = handled.error && httpStatus(*handled.error) >= 500;
    const QString code = handled.error ? QString(wireName(*handled.error)) : u"none"_s;
    const QString id = isHarmlessId(handled.id) ? u" request_id="_s + handled.id : QString();
    write(failed, handled.duration, u"frame"_s,
          u"connection=%1%2 type=%3 error=%4%5"_s.arg(QString::number(handled.connection), id,
                                                      QString(handled.type), code, who(handled.userId)));
}

} // namespace Hearth
