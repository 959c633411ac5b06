// SPDX-License-Identifier: Apache-2.0
#include "ui/theme.h"

namespace Hearth {

namespace {

const ThemeColors light{
    .window = QColor(0xffffff),
    .sidebar = QColor(0xf4f5f7),
    .codeBackground = QColor(0xf3f4f6),
    .text = QColor(0x1d2129),
    .secondary = QColor(0x5f6773),
    .link = QColor(0x1f5fbf),
    .accent = QColor(0x2f6fde),
    .onAccent = QColor(0xffffff),
    .danger = QColor(0xc8322b),
    .ownBubble = QColor(0xe3eeff),
    .ownSecondary = QColor(0x5f6773),
    .ownLink = QColor(0x1f5fbf),
    .divider = QColor(0xe1e4e8),
    .fieldBorder = QColor(0x848d9a),
    .hover = QColor(0xeceef1),
    .selection = QColor(0xcfe0fc),
    .online = QColor(0x2e9e5b),
    .away = QColor(0xb7791f),
    .offline = QColor(0x7a8390),
};

const ThemeColors dark{
    .window = QColor(0x17191d),
    .sidebar = QColor(0x1e2126),
    .codeBackground = QColor(0x101215),
    .text = QColor(0xe6e8eb),
    .secondary = QColor(0x9aa3af),
    .link = QColor(0x8ab4ff),
    .accent = QColor(0x6ea0ff),
    .onAccent = QColor(0x10131a),
    .danger = QColor(0xff7b72),
    .ownBubble = QColor(0x21385e),
    .ownSecondary = QColor(0xb4becc),
    .ownLink = QColor(0xa9c8ff),
    .divider = QColor(0x2c3037),
    .fieldBorder = QColor(0x656e7a),
    .hover = QColor(0x272b31),
    .selection = QColor(0x29426f),
    .online = QColor(0x4cc38a),
    .away = QColor(0xe0a63a),
    .offline = QColor(0x7a8390),
};

const ThemeColors contrastLight{
    .window = QColor(0xffffff),
    .sidebar = QColor(0xffffff),
    .codeBackground = QColor(0xf2f2f2),
    .text = QColor(Qt::black),
    .secondary = QColor(0x333333),
    .link = QColor(0x003a9e),
    .accent = QColor(0x003a9e),
    .onAccent = QColor(0xffffff),
    .danger = QColor(0x8c0000),
    .ownBubble = QColor(0xe3ecff),
    .ownSecondary = QColor(0x333333),
    .ownLink = QColor(0x003a9e),
    .divider = QColor(0x555555),
    .fieldBorder = QColor(0x555555),
    .hover = QColor(0xe8e8e8),
    .selection = QColor(0xcfe0ff),
    .selectionBorder = QColor(Qt::black),
    .online = QColor(0x0b6b34),
    .away = QColor(0x7a4b00),
    .offline = QColor(0x4a4a4a),
};

const ThemeColors contrastDark{
    .window = QColor(Qt::black),
    .sidebar = QColor(Qt::black),
    .codeBackground = QColor(0x141414),
    .text = QColor(0xffffff),
    .secondary = QColor(0xd6d6d6),
    .link = QColor(0xa9c8ff),
    .accent = QColor(0xa9c8ff),
    .onAccent = QColor(Qt::black),
    .danger = QColor(0xffb3ad),
    .ownBubble = QColor(0x0d2040),
    .ownSecondary = QColor(0xd6d6d6),
    .ownLink = QColor(0xa9c8ff),
    .divider = QColor(0xa0a0a0),
    .fieldBorder = QColor(0xa0a0a0),
    .hover = QColor(0x242424),
    .selection = QColor(0x132a55),
    .selectionBorder = QColor(0xffffff),
    .online = QColor(0x63e6a4),
    .away = QColor(0xffc65c),
    .offline = QColor(0xb8b8b8),
};

const ThemeColors &colorsOf(Theme::Appearance appearance)
{
    switch (appearance) {
    case Theme::Appearance::Light: return light;
    case Theme::Appearance::Dark: return dark;
    case Theme::Appearance::ContrastLight: return contrastLight;
    case Theme::Appearance::ContrastDark: return contrastDark;
    }
    Q_UNREACHABLE();
}

} // namespace

Theme::Theme(Appearance appearance, QObject *parent)
    : QObject(parent)
    , m_appearance(appearance)
    , m_colors(colorsOf(appearance))
{ }

void Theme::setAppearance(Appearance appearance)
{
    if (appearance == m_appearance)
        return;
    m_appearance = appearance;
    m_colors = colorsOf(appearance);
    Q_EMIT changed();
}

void Theme::setDensity(Density density)
{
    if (density == m_density)
        return;
    m_density = density;
    Q_EMIT changed();
}

QPalette Theme::palette() const
{
    QPalette p(m_colors.sidebar, m_colors.window);
    p.setColor(QPalette::WindowText, m_colors.text);
    p.setColor(QPalette::Base, m_colors.window);
    p.setColor(QPalette::AlternateBase, m_colors.sidebar);
    p.setColor(QPalette::Button, m_colors.sidebar);
    p.setColor(QPalette::ButtonText, m_colors.text);
    p.setColor(QPalette::Text, m_colors.text);
    p.setColor(QPalette::PlaceholderText, m_colors.secondary);
    p.setColor(QPalette::ToolTipBase, m_colors.sidebar);
    p.setColor(QPalette::ToolTipText, m_colors.text);
    p.setColor(QPalette::Midlight, m_colors.hover);
    p.setColor(QPalette::Mid, m_colors.divider);
    p.setColor(QPalette::Dark, m_colors.fieldBorder);
    p.setColor(QPalette::BrightText, m_colors.danger);
    p.setColor(QPalette::Link, m_colors.link);
    p.setColor(QPalette::Highlight, m_colors.accent);
    p.setColor(QPalette::HighlightedText, m_colors.onAccent);
    p.setColor(QPalette::Disabled, QPalette::Text, m_colors.secondary);
    p.setColor(QPalette::Disabled, QPalette::ButtonText, m_colors.secondary);
    return p;
}

} // namespace Hearth
