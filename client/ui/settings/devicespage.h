// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/sessioninfo.h"
#include "ui/settings/settingspage.h"

#include <QCoroTask>

class QVBoxLayout;

namespace Hearth {

class Session;

// Where this account is signed in.
class DevicesPage : public SettingsPage
{
    Q_OBJECT

public:
    DevicesPage(Session &session, Theme &theme, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QCoro::Task<void> load();
    QCoro::Task<void> signOut(SessionId device);
    void fill(const QList<SessionInfo> &devices);
    [[nodiscard]] QWidget *makeDevice(const SessionInfo &device);

    Session &m_session;
    QWidget *const m_list;
    QVBoxLayout *m_lines = nullptr;
};

} // namespace Hearth
