// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/settings/settingrow.h"

#include <QScrollArea>

class QComboBox;
class QVBoxLayout;

namespace Hearth {

class ErrorLabel;

// Settings that belong together. What is set holds at once.
class SettingsPage : public QScrollArea
{
    Q_OBJECT

public:
    SettingsPage(const QString &title, Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] const QString &title() const { return m_title; }

    // Marks the settings that all the words fit, and shows the first of them; no words, no mark. How many
    // fit.
    int mark(const QStringList &words);

protected:
    // Takes the control over.
    SettingRow *addRow(QWidget *control, const SettingRow::Words &words);
    void showError(const QString &text); // empty: none

    [[nodiscard]] Theme &theme() { return m_theme; }

private:
    const QString m_title;
    Theme &m_theme;
    QVBoxLayout *m_layout = nullptr;
    ErrorLabel *const m_error;
    QList<SettingRow *> m_rows;
};

} // namespace Hearth
