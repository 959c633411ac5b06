// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/writingpage.h"

#include "ui/clientsettings.h"
#include "ui/settings/choicebox.h"

namespace Hearth {

WritingPage::WritingPage(ClientSettings &settings, Theme &theme, QWidget *parent)
    : SettingsPage(tr("Writing and keys"), theme, parent)
{
    auto *send = new ChoiceBox<bool>(QStringLiteral("sendKey"),
                                     {{tr("Enter sends, Shift+Enter begins a new line"), false},
                                      {tr("Ctrl+Enter sends, Enter begins a new line"), true}},
                                     settings.sendWithCtrlEnter());
    send->onChosen(this, [&settings](bool ctrlEnter) { settings.setSendWithCtrlEnter(ctrlEnter); });
    addRow(send,
           {tr("The key that sends"), tr("return control composer keyboard shortcut message line break"),
            tr("All keys are shown by Ctrl+/.")});
}

} // namespace Hearth
