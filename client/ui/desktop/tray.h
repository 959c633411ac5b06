// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QIcon>
#include <QObject>

#include <memory>

class QMenu;

namespace Hearth {

class Preferences;
class TrayArea;

// The logo with the number of what is unread, painted for each of the sizes that trays have.
[[nodiscard]] QIcon badgedLogo(int count);

// The program in the tray: what is unread, and what can be done without the window.
class Tray : public QObject
{
    Q_OBJECT

public:
    Tray(TrayArea &area, Preferences &preferences, QObject *parent = nullptr);
    ~Tray() override;

    void setCount(int unread);
    void retranslate();

Q_SIGNALS:
    void openRequested();
    void quitRequested();

private:
    TrayArea &m_area;
    Preferences &m_preferences;
    std::unique_ptr<QMenu> m_menu;
    int m_count = 0;
};

} // namespace Hearth
