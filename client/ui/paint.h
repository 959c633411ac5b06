// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/presence.h"

#include <QColor>
#include <QFont>
#include <QRectF>

class QPainter;

// What several painted widgets have in common.
namespace Hearth {

class AvatarSource;
struct ThemeColors;

// A font as many times as large as another; the base is the application's, so all text scales with it.
[[nodiscard]] QFont relativeFont(const QFont &base, qreal factor, QFont::Weight weight = QFont::Normal);

// What is pressed is at least as high: WCAG 2.2, 2.5.8.
inline constexpr int leastTarget = 24;

// A height that holds lines of text: as much more than `px` as the font is larger than at 100 %. Never less.
[[nodiscard]] int scaled(int px, const QFont &font);

// One line, shortened at its end to fit. It begins at the leading edge of `direction`, that of the widget,
// and reads in its own. Returns its width.
int paintLine(QPainter &painter, const QRect &rect, const QString &text, const QFont &font,
              const QColor &color, Qt::LayoutDirection direction);

// A line of one pixel along an edge of `rect`, inside of it. It is as thick everywhere, also where a pixel is
// one and a half of the screen's.
void paintEdge(QPainter &painter, const QRectF &rect, Qt::Edge edge, const QColor &color);

// What stands for a person where there is no room for the name: up to two letters.
[[nodiscard]] QString initials(const QString &name);

// The picture of the person or group with the id `key`. Without `avatars`, or while these have none, a disc
// with the initials: the id chooses its colour; white on it has a contrast of at least 4.5:1.
void paintAvatar(QPainter &painter, const QRectF &rect, const QString &name, const QString &key,
                 const QFont &font, AvatarSource *avatars);

// A dot that differs by shape as well as colour: full, half moon, bar, ring. `ring` is the background that
// separates it from an avatar beneath; invalid for none.
void paintPresence(QPainter &painter, const QRectF &dot, PresenceStatus status, const ThemeColors &colors,
                   const QColor &ring = {});

// Draws resources/icons/<name>.svg in one colour.
void paintIcon(QPainter &painter, const QRectF &rect, const QString &name, const QColor &color);

} // namespace Hearth
