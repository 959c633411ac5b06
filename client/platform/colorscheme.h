// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace Hearth {

// What the desktop wants everything to look like at the moment: light or dark, with more contrast, without
// movement.
class ColorScheme : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] bool isDark() const { return m_dark; }
    void setDark(bool dark); // what the desktop says; a test says it itself
    [[nodiscard]] bool wantsContrast() const { return m_contrast; }
    void setWantsContrast(bool wants);
    [[nodiscard]] bool wantsStillness() const { return m_still; } // nothing that moves
    void setWantsStillness(bool wants);

Q_SIGNALS:
    void changed();

private:
    void set(bool &what, bool value);

    bool m_dark = false;
    bool m_contrast = false;
    bool m_still = false;
};

} // namespace Hearth
