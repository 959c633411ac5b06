// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/settings/settingspage.h"

namespace Hearth {

class ClientSettings;

// Writing messages, and the keys.
class WritingPage : public SettingsPage
{
    Q_OBJECT

public:
    WritingPage(ClientSettings &settings, Theme &theme, QWidget *parent = nullptr);
};

} // namespace Hearth
