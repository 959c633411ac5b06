// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace Hearth {

// Whether the desktop is light or dark at the moment.
class ColorScheme : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] bool isDark() const { return m_dark; }
    void setDark(bool dark); // what the desktop says; a test says it itself

Q_SIGNALS:
    void changed();

private:
    bool m_dark = false;
};

} // namespace Hearth
