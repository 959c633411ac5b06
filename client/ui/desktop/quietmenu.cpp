// SPDX-License-Identifier: Apache-2.0
#include "ui/desktop/quietmenu.h"

#include "ui/panes/mutechoice.h"
#include "ui/preferences.h"

namespace Hearth {

QuietMenu::QuietMenu(Preferences &preferences, QWidget *parent)
    : QMenu(tr("Do not disturb"), parent)
    , m_preferences(preferences)
{
    setObjectName(QStringLiteral("quietMenu"));
    m_off = addAction(tr("Show notifications again"), this, [this] { m_preferences.setQuietUntil({}); });
    addSeparator();
    for (const MuteChoice &choice : MuteChoice::all())
        addAction(choice.text, this,
                  [this, choice] { m_preferences.setQuietUntil(now() + choice.duration); });
    connect(&preferences, &Preferences::quietChanged, this, &QuietMenu::refresh);
    connect(this, &QMenu::aboutToShow, this, &QuietMenu::refresh); // it ends by itself
    refresh();
}

QString QuietMenu::state(const Preferences &preferences)
{
    OwnMembership quiet;
    quiet.mutedUntil = preferences.quietUntil();
    return MuteChoice::state(quiet);
}

void QuietMenu::refresh()
{
    const QString until = state(m_preferences);
    m_off->setVisible(!until.isEmpty());
    setTitle(until.isEmpty() ? tr("Do not disturb") : tr("Do not disturb: %1").arg(until));
}

} // namespace Hearth
