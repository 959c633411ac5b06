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
    add(tr("Edit your last message"), tr("Up, in the empty field"));
    const auto addKey = [&add](const QString &what, const QKeySequence &key) {
        add(what, key.toString(QKeySequence::NativeText));
    };
    addKey(tr("Emoji"), Qt::CTRL | Qt::SHIFT | Qt::Key_E);
    addKey(tr("Bold"), Qt::CTRL | Qt::Key_B);
    addKey(tr("Italic"), Qt::CTRL | Qt::Key_I);
    addKey(tr("Code"), Qt::CTRL | Qt::Key_E);
    addKey(tr("Struck through"), Qt::CTRL | Qt::SHIFT | Qt::Key_X);
    addKey(tr("Quote"), Qt::CTRL | Qt::SHIFT | Qt::Key_9);
}

} // namespace Hearth
