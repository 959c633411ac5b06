// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/settingspage.h"

#include "ui/errorlabel.h"
#include "ui/leadingtext.h"
#include "ui/paint.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Hearth {

SettingsPage::SettingsPage(const QString &title, Theme &theme, QWidget *parent)
    : QScrollArea(parent)
    , m_title(title)
    , m_theme(theme)
    , m_error(new ErrorLabel(QStringLiteral("settingsError"), this))
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(title);
    auto *content = new QWidget(this);
    m_layout = new QVBoxLayout(content);
    m_layout->setContentsMargins(12, 12, 12, 12);
    m_layout->setSpacing(4);
    auto *heading = new QLabel(title, content);
    heading->setFont(relativeFont(font(), 1.3, QFont::DemiBold));
    keepLeading(*heading);
    heading->setContentsMargins(12, 0, 12, 4);
    m_error->setContentsMargins(12, 0, 12, 0);
    m_layout->addWidget(heading);
    m_layout->addWidget(m_error);
    m_layout->addStretch();
    setWidget(content);
}

SettingRow *SettingsPage::addRow(QWidget *control, const SettingRow::Words &words)
{
    if (auto *button = qobject_cast<QPushButton *>(control))
        button->setAutoDefault(false); // Enter in a field does not press it
    for (QPushButton *button : control->findChildren<QPushButton *>())
        button->setAutoDefault(false);
    auto *row = new SettingRow(control, words, m_theme, widget());
    m_layout->insertWidget(m_layout->count() - 1, row); // before what fills the rest
    m_rows << row;
    return row;
}

void SettingsPage::showError(const QString &text)
{
    m_error->showText(text);
    if (!text.isEmpty())
        ensureWidgetVisible(m_error);
}

int SettingsPage::mark(const QStringList &words)
{
    const bool wholePage = !words.isEmpty() && m_title.toCaseFolded() == words.join(u' ');
    int found = 0;
    for (SettingRow *row : std::as_const(m_rows)) {
        const bool fits = !words.isEmpty() && (wholePage || row->fits(words));
        row->setMarked(fits);
        if (fits && found++ == 0)
            ensureWidgetVisible(row);
    }
    return found;
}

} // namespace Hearth
