// SPDX-License-Identifier: Apache-2.0
#include "ui/panes/mutechoice.h"

#include <QDateTime>
#include <QLocale>

namespace Hearth {

using namespace std::chrono_literals;

namespace {

constexpr auto forEver = 24h * 365 * 100;

} // namespace

QList<MuteChoice> MuteChoice::all()
{
    return {{tr("For an hour"), 1h},
            {tr("For 8 hours"), 8h},
            {tr("For a day"), 24h},
            {tr("For a week"), 24h * 7},
            {tr("Until I turn it on again"), forEver}};
}

QString MuteChoice::levelName(NotifyLevel level)
{
    switch (level) {
    case NotifyLevel::All: return tr("All messages");
    case NotifyLevel::Mentions: return tr("Mentions and replies");
    case NotifyLevel::None: return tr("Nothing");
    }
    Q_UNREACHABLE();
}

QString MuteChoice::state(const OwnMembership &my)
{
    if (!my.mutedUntil || *my.mutedUntil <= now())
        return {};
    if (*my.mutedUntil - now() > 24h * 365)
        return tr("Until I turn it on again");
    const QDateTime until = QDateTime::fromMSecsSinceEpoch(toMs(*my.mutedUntil));
    const QLocale locale;
    return until.date() == QDate::currentDate()
        ? tr("Until %1").arg(locale.toString(until.time(), QLocale::ShortFormat))
        : tr("Until %1").arg(locale.toString(until, QLocale::ShortFormat));
}

} // namespace Hearth
