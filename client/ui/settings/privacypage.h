// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/settings/settingspage.h"
#include "wire/accounts.h"

#include <QCoroTask>

class QCheckBox;

namespace Hearth {

class ChosenSecretStore;
class Session;

// What others get to see of oneself, who is kept away, and where this computer keeps what signs in.
class PrivacyPage : public SettingsPage
{
    Q_OBJECT

public:
    PrivacyPage(Session &session, ChosenSecretStore &secrets, Theme &theme, QWidget *parent = nullptr);

private:
    QCoro::Task<void> change(SettingsUpdate update);
    void refresh();

    Session &m_session;
    QCheckBox *const m_receipts;
    QCheckBox *const m_presence;
};

} // namespace Hearth
