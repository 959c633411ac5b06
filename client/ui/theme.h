// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/density.h"

#include <QColor>
#include <QObject>
#include <QPalette>

namespace Hearth {

// The colours of one appearance. Pairs of text and background keep a contrast of at least 4.5:1, dots and
// lines 3:1; in the two of high contrast 7:1 and 4.5:1.
struct ThemeColors {
    QColor window;
    QColor sidebar;
    QColor codeBackground;
    QColor text;
    QColor secondary;
    QColor link;
    QColor accent;
    QColor onAccent; // text on the accent
    QColor danger; // errors, mentions, the New line
    QColor ownBubble;
    QColor ownSecondary; // on it
    QColor ownLink;
    QColor divider;
    QColor fieldBorder; // around what takes input, and around popups
    QColor hover; // the row under the pointer
    QColor selection;
    QColor selectionBorder = {}; // around it, where its ground alone would not tell; else invalid
    QColor online;
    QColor away;
    QColor offline;
};

// The appearance that is in use, and the density of the timeline. Widgets read it while painting and repaint
// on changed().
class Theme : public QObject
{
    Q_OBJECT

public:
    enum class Appearance { Light, Dark, ContrastLight, ContrastDark };

    explicit Theme(Appearance appearance, QObject *parent = nullptr);

    [[nodiscard]] Appearance appearance() const { return m_appearance; }
    [[nodiscard]] const ThemeColors &colors() const { return m_colors; }
    // Midlight: hover, Mid: divider, Dark: fieldBorder, BrightText: danger.
    [[nodiscard]] QPalette palette() const;
    void setAppearance(Appearance appearance);
    [[nodiscard]] Density density() const { return m_density; }
    void setDensity(Density density);

Q_SIGNALS:
    void changed();

private:
    Appearance m_appearance;
    Density m_density = Density::Cozy;
    ThemeColors m_colors;
};

} // namespace Hearth
