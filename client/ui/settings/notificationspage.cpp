// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/notificationspage.h"

#include "ui/desktop/quietmenu.h"
#include "ui/settings/choicebox.h"
#include "ui/settings/menufield.h"

#include <QCheckBox>

namespace Hearth {

NotificationsPage::NotificationsPage(Preferences &preferences, Theme &theme, QWidget *parent)
    : SettingsPage(tr("Notifications"), theme, parent)
    , m_preferences(preferences)
{
    const NotificationChoice now = preferences.notifications();
    auto *shown = new QCheckBox(this);
    shown->setObjectName(QStringLiteral("notificationsShown"));
    shown->setChecked(now.shown);
    connect(shown, &QCheckBox::toggled, this, [this](bool on) {
        NotificationChoice choice = m_preferences.notifications();
        choice.shown = on;
        m_preferences.setNotifications(choice);
    });
    addRow(shown,
           {tr("Show notifications"), tr("popup alert bubble toast banner sound off"),
            tr("What each conversation tells of is set in its info.")});

    auto *detail =
        new ChoiceBox<NotificationDetail>(QStringLiteral("notificationDetail"),
                                          {{tr("Name and text"), NotificationDetail::NameAndText},
                                           {tr("Only the name"), NotificationDetail::NameOnly},
                                           {tr("Only that there is something"), NotificationDetail::Nothing}},
                                          now.detail);
    detail->onChosen(this, [this](NotificationDetail chosen) {
        NotificationChoice choice = m_preferences.notifications();
        choice.detail = chosen;
        m_preferences.setNotifications(choice);
    });
    addRow(detail, {tr("What they tell"), tr("privacy preview hide content sender secret lock screen")});
    addQuiet();
}

void NotificationsPage::addQuiet()
{
    auto *button = new MenuField(this);
    button->setObjectName(QStringLiteral("quietButton"));
    button->setMenu(new QuietMenu(m_preferences, button));
    const auto refresh = [this, button] {
        const QString until = QuietMenu::state(m_preferences);
        button->setText(until.isEmpty() ? tr("Off") : until);
    };
    connect(&m_preferences, &Preferences::quietChanged, button, refresh);
    refresh();
    addRow(button,
           {tr("Do not disturb"), tr("DND quiet silence pause snooze mute all focus"),
            tr("Nothing pops up meanwhile. While your status is “busy”, nothing does either.")});
}

} // namespace Hearth
