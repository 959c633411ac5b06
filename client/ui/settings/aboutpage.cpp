// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/aboutpage.h"

#include <QCoreApplication>
#include <QLabel>

namespace Hearth {

AboutPage::AboutPage(Theme &theme, QWidget *parent)
    : SettingsPage(tr("About"), theme, parent)
{
    const auto add = [this](const QString &text, const SettingRow::Words &words) {
        auto *label = new QLabel(text, this);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        label->setWordWrap(true);
        addRow(label, words);
    };
    add(tr("Hearth %1, with Qt %2")
            .arg(QCoreApplication::applicationVersion(), QString::fromLatin1(qVersion())),
        {tr("Version"), tr("number update release information")});
    add(tr("Apache License 2.0"), {tr("Licence"), tr("license copyright open source free")});
}

} // namespace Hearth
