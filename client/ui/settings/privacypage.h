// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/settings/settingspage.h"
#include "wire/accounts.h"

#include <QCoroTask>

class QCheckBox;

namespace Hearth {

class Session;

// What others get to see of oneself, and who is kept away.
class PrivacyPage : public SettingsPage
{
    Q_OBJECT

public:
    PrivacyPage(Session &session, Theme &theme, QWidget *parent = nullptr);

private:
    QCoro::Task<void> change(SettingsUpdate update);
    void refresh();

    Session &m_session;
    QCheckBox *const m_receipts;
    QCheckBox *const m_presence;
};

} // namespace Hearth
