// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/settings/settingspage.h"

class QLineEdit;
class QSpinBox;

namespace Hearth {

class Preferences;
enum class ProxyKind;
template<typename T>
class ChoiceBox;

// The way to the servers.
class NetworkPage : public SettingsPage
{
    Q_OBJECT

public:
    NetworkPage(Preferences &preferences, Theme &theme, QWidget *parent = nullptr);

private:
    void apply();
    void showFittingRows();

    Preferences &m_preferences;
    ChoiceBox<ProxyKind> *m_kind = nullptr;
    QLineEdit *m_host = nullptr;
    QSpinBox *m_port = nullptr;
    QList<SettingRow *> m_ofServer;
};

} // namespace Hearth
