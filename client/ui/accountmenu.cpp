// SPDX-License-Identifier: Apache-2.0
#include "ui/accountmenu.h"

#include "core/session.h"
#include "models/phrases.h"
#include "ui/appearance.h"

#include <QActionGroup>

namespace Hearth {

AccountMenu::AccountMenu(Session &session, Appearance &appearance, QWidget *parent)
    : QMenu(parent)
    , m_session(session)
    , m_appearance(appearance)
{
    setObjectName(QStringLiteral("accountMenu"));
    addStatusChoices(*addMenu(tr("Status")));
    addAppearanceChoices(*addMenu(tr("Appearance")));
}

void AccountMenu::addStatusChoices(QMenu &menu)
{
    auto *group = new QActionGroup(&menu);
    for (PresenceStatus status :
         {PresenceStatus::Online, PresenceStatus::Away, PresenceStatus::Busy, PresenceStatus::Offline}) {
        QAction *action =
            menu.addAction(presenceName(status), this, [this, status] { m_session.setPresence(status); });
        action->setCheckable(true);
        group->addAction(action);
        connect(&menu, &QMenu::aboutToShow, action, [this, action, status] {
            action->setChecked(m_session.presence(m_session.userId()) == status);
        });
    }
}

void AccountMenu::addAppearanceChoices(QMenu &menu)
{
    auto *group = new QActionGroup(&menu);
    const auto add = [&](const QString &text, AppearanceChoice choice) {
        QAction *action = menu.addAction(text, this, [this, choice] { m_appearance.setChoice(choice); });
        action->setCheckable(true);
        group->addAction(action);
        connect(&menu, &QMenu::aboutToShow, action,
                [this, action, choice] { action->setChecked(m_appearance.choice() == choice); });
    };
    add(tr("As the desktop"), AppearanceChoice::System);
    add(tr("Light"), AppearanceChoice::Light);
    add(tr("Dark"), AppearanceChoice::Dark);
    add(tr("High contrast"), AppearanceChoice::HighContrast);
}

} // namespace Hearth
