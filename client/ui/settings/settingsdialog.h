// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/settings/settingsparts.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QStackedWidget;

namespace Hearth {

class SearchField;
class SettingsPage;

// The settings in pages, with a field that finds each of them by what people call it. Deletes itself when it
// is closed.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    SettingsDialog(const SettingsParts &parts, QWidget *parent = nullptr);

    [[nodiscard]] int currentPage() const;
    void setCurrentPage(int page);

Q_SIGNALS:
    void signOutRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void addPages(const SettingsParts &parts);
    void addPage(SettingsPage *page, const QString &objectName);
    void search(const QString &text);
    void fitList();

    SearchField *const m_search;
    QListWidget *const m_list;
    QLabel *const m_nothing;
    QStackedWidget *const m_stack;
    QList<SettingsPage *> m_pages;
};

} // namespace Hearth
