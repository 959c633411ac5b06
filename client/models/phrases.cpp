// SPDX-License-Identifier: Apache-2.0
#include "models/phrases.h"

#include <QCoreApplication>

namespace Hearth {

namespace {

constexpr int previewLength = 200; // UTF-16 code units; far more than a row of the list shows

struct Phrases {
    Q_DECLARE_TR_FUNCTIONS(Phrases)
};

} // namespace

QString timeOfDay(QTime time, const QLocale &locale)
{
    // The C locale's short format has seconds.
    return locale.language() == QLocale::C ? time.toString(QStringLiteral("HH:mm"))
                                           : locale.toString(time, QLocale::ShortFormat);
}

QString shortTime(Timestamp at, const QDateTime &now, const QLocale &locale)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(toMs(at)).toTimeZone(now.timeZone());
    const qint64 daysAgo = local.date().daysTo(now.date());
    if (daysAgo <= 0)
        return timeOfDay(local.time(), locale);
    if (daysAgo < 7)
        return locale.dayName(local.date().dayOfWeek(), QLocale::ShortFormat);
    if (local.date().year() == now.date().year())
        return locale.toString(local.date(),
                               Phrases::tr("d MMM", "day and month without the year, QDate format"));
    return locale.toString(local.date(), QLocale::ShortFormat);
}

QString typingSentence(const QStringList &names)
{
    switch (names.size()) {
    case 0: return {};
    case 1: return Phrases::tr("%1 is typing").arg(names[0]);
    case 2: return Phrases::tr("%1 and %2 are typing").arg(names[0], names[1]);
    case 3: return Phrases::tr("%1, %2 and %3 are typing").arg(names[0], names[1], names[2]);
    default: return Phrases::tr("Several people are typing");
    }
}

QString presenceName(PresenceStatus status)
{
    switch (status) {
    case PresenceStatus::Online: return Phrases::tr("Online");
    case PresenceStatus::Away: return Phrases::tr("Away");
    case PresenceStatus::Busy: return Phrases::tr("Busy");
    case PresenceStatus::Offline: return Phrases::tr("Offline");
    }
    Q_UNREACHABLE();
}

QString singleLine(QStringView text)
{
    return text.left(previewLength).toString().simplified();
}

} // namespace Hearth
