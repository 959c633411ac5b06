// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/settings/settingspage.h"

namespace Hearth {

class Appearance;

// Colours, and the size of the text.
class AppearancePage : public SettingsPage
{
    Q_OBJECT

public:
    explicit AppearancePage(Appearance &appearance, QWidget *parent = nullptr);

private:
    void addTextSize();

    Appearance &m_appearance;
};

} // namespace Hearth
