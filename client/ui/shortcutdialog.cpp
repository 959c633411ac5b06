// SPDX-License-Identifier: Apache-2.0
#include "ui/shortcutdialog.h"

#include "ui/paint.h"

#include <QAction>
#include <QFormLayout>
#include <QLabel>

namespace Hearth {

ShortcutDialog::ShortcutDialog(const QList<QAction *> &actions, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("shortcutDialog"));
    setWindowTitle(tr("Keyboard shortcuts"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *layout = new QFormLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setHorizontalSpacing(32);
    layout->setVerticalSpacing(10);
    const auto add = [&](QString what, const QString &keys) {
        auto *keyLabel = new QLabel(keys, this);
        keyLabel->setFont(relativeFont(font(), 1, QFont::DemiBold));
        layout->addRow(new QLabel(what.remove(u'…'), this), keyLabel);
    };
    for (const QAction *action : actions) {
        if (!action->shortcut().isEmpty())
            add(action->text(), QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText));
    }
    add(tr("Send the message"), tr("Enter"));
    add(tr("New line in the message"), tr("Shift+Enter"));
}

} // namespace Hearth
