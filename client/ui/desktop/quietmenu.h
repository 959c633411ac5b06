// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMenu>

namespace Hearth {

class Preferences;

// Do not disturb: for how long, or no longer.
class QuietMenu : public QMenu
{
    Q_OBJECT

public:
    explicit QuietMenu(Preferences &preferences, QWidget *parent = nullptr);

    // "Until 14:30"; empty while notifications are shown.
    [[nodiscard]] static QString state(const Preferences &preferences);

private:
    void refresh();

    Preferences &m_preferences;
    QAction *m_off = nullptr;
};

} // namespace Hearth
