// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/settings/settingspage.h"

namespace Hearth {

// Which program this is.
class AboutPage : public SettingsPage
{
    Q_OBJECT

public:
    explicit AboutPage(Theme &theme, QWidget *parent = nullptr);
};

} // namespace Hearth
