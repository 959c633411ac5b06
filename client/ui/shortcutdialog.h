// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

class QAction;

namespace Hearth {

// What the keyboard can do. Deletes itself when it is closed.
class ShortcutDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutDialog(const QList<QAction *> &actions, QWidget *parent = nullptr);
};

} // namespace Hearth
