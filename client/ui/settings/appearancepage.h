// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/settings/settingspage.h"

namespace Hearth {

class Appearance;

// Colours, how closely messages stand, and the size of the text.
class AppearancePage : public SettingsPage
{
    Q_OBJECT

public:
    explicit AppearancePage(Appearance &appearance, QWidget *parent = nullptr);

private:
    void addDensity();
    void addTextSize();

    Appearance &m_appearance;
};

} // namespace Hearth
