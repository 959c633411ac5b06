// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/settings/settingspage.h"

class QCheckBox;

namespace Hearth {

class WritingTools;

// Writing messages, their spelling, and the keys.
class WritingPage : public SettingsPage
{
    Q_OBJECT

public:
    WritingPage(WritingTools &tools, Theme &theme, QWidget *parent = nullptr);

private:
    void addSpelling();
    void refresh();

    WritingTools &m_tools;
    QCheckBox *m_spelling = nullptr;
    QList<QCheckBox *> m_languages;
};

} // namespace Hearth
