// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Hearth {

class AccountManager;
class Appearance;
class Autostart;
class ChosenSecretStore;
class ClientSettings;
class Language;
class Preferences;
class TrayArea;
class WritingTools;

// What settings are about.
struct SettingsParts {
    AccountManager &accounts;
    Appearance &appearance;
    ClientSettings &settings;
    Preferences &preferences;
    Language &language;
    Autostart &autostart;
    TrayArea &tray;
    WritingTools &writing;
    ChosenSecretStore &secrets;
};

} // namespace Hearth
