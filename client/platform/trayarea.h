// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QIcon>
#include <QObject>

class QMenu;

namespace Hearth {

// The place for small icons that some desktops have. It may come and go while the program runs.
class TrayArea : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual bool isAvailable() const = 0;
    virtual void setMenu(QMenu *menu) = 0; // stays the caller's
    virtual void setIcon(const QIcon &icon, const QString &tip) = 0; // shows it from now on
    virtual void showMessage(const QString &title, const QString &body) = 0;

Q_SIGNALS:
    void activated();
    void messageActivated();
    void availabilityChanged();
};

} // namespace Hearth
