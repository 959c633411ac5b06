// SPDX-License-Identifier: Apache-2.0
#include "ui/paint.h"

#include "ui/avatarsource.h"
#include "ui/theme.h"

#include <QFile>
#include <QFontInfo>
#include <QPainter>
#include <QPainterPath>
#include <QPixmapCache>
#include <QStyle>
#include <QSvgRenderer>
#include <QTextBoundaryFinder>

#include <array>

namespace Hearth {

namespace {

constexpr std::array<QRgb, 9> avatarColors{0xff5b5bc4, 0xffb03a75, 0xff1f7a74, 0xffa85518, 0xff8a4aa8,
                                           0xff3f7a33, 0xff2c6cab, 0xffb4453c, 0xff7a6a10};

QString firstGrapheme(QStringView word)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, word.data(), word.size());
    return word.left(std::max<qsizetype>(finder.toNextBoundary(), 0)).toString();
}

QByteArray iconSource(const QString &name, const QColor &color)
{
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    [[maybe_unused]] const bool known = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(known, "paintIcon", qPrintable(name));
    return file.readAll().replace("currentColor", color.name().toLatin1());
}

QColor presenceColor(PresenceStatus status, const ThemeColors &colors)
{
    switch (status) {
    case PresenceStatus::Online: return colors.online;
    case PresenceStatus::Away: return colors.away;
    case PresenceStatus::Busy: return colors.danger;
    case PresenceStatus::Offline: return colors.offline;
    }
    Q_UNREACHABLE();
}

QPainterPath halfMoon(const QRectF &dot)
{
    QPainterPath full;
    full.addEllipse(dot);
    QPainterPath shadow;
    shadow.addEllipse(dot.translated(-dot.width() * 0.36, -dot.height() * 0.28));
    return full.subtracted(shadow);
}

QPainterPath ringOf(const QRectF &dot)
{
    QPainterPath path;
    path.addEllipse(dot);
    const qreal thickness = dot.width() * 0.24;
    path.addEllipse(dot.adjusted(thickness, thickness, -thickness, -thickness));
    return path; // odd-even fill leaves the middle open
}

QPainterPath discWithBar(const QRectF &dot)
{
    QPainterPath path;
    path.addEllipse(dot);
    path.addRect(QRectF(dot.left() + dot.width() * 0.2, dot.center().y() - dot.height() * 0.12,
                        dot.width() * 0.6, dot.height() * 0.24));
    return path;
}

QPainterPath presenceShape(const QRectF &dot, PresenceStatus status)
{
    QPainterPath disc;
    disc.addEllipse(dot);
    switch (status) {
    case PresenceStatus::Online: return disc;
    case PresenceStatus::Away: return halfMoon(dot);
    case PresenceStatus::Busy: return discWithBar(dot);
    case PresenceStatus::Offline: return ringOf(dot);
    }
    Q_UNREACHABLE();
}

} // namespace

QFont relativeFont(const QFont &base, qreal factor, QFont::Weight weight)
{
    QFont font = base;
    if (base.pixelSize() > 0)
        font.setPixelSize(qRound(base.pixelSize() * factor));
    else
        font.setPointSizeF(base.pointSizeF() * factor);
    font.setWeight(weight);
    return font;
}

int scaled(int px, const QFont &font)
{
    constexpr qreal usualPixels = 13; // of the application's font at 100 %
    return qRound(px * std::max(1.0, QFontInfo(font).pixelSize() / usualPixels));
}

int paintLine(QPainter &painter, const QRect &rect, const QString &text, const QFont &font,
              const QColor &color, Qt::LayoutDirection direction)
{
    const QFontMetrics metrics(font);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, rect.width());
    const Qt::Alignment leading =
        QStyle::visualAlignment(direction, Qt::AlignLeft) | Qt::AlignVCenter | Qt::AlignAbsolute;
    painter.setFont(font);
    painter.setPen(color);
    painter.setLayoutDirection(shown.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    painter.drawText(rect, int(leading) | Qt::TextSingleLine, shown);
    painter.setLayoutDirection(direction);
    return metrics.horizontalAdvance(shown);
}

void paintEdge(QPainter &painter, const QRectF &rect, Qt::Edge edge, const QColor &color)
{
    const QTransform toDevice = painter.deviceTransform();
    const QRectF device = toDevice.mapRect(rect);
    const int left = qRound(device.left());
    const int top = qRound(device.top());
    const int right = qRound(device.right());
    const int bottom = qRound(device.bottom());
    const int thickness = std::max(1, qRound(toDevice.mapRect(QRectF(0, 0, 1, 1)).height()));
    QRect line(left, top, right - left, bottom - top);
    switch (edge) {
    case Qt::TopEdge: line.setHeight(thickness); break;
    case Qt::BottomEdge: line.setTop(bottom - thickness); break;
    case Qt::LeftEdge: line.setWidth(thickness); break;
    case Qt::RightEdge: line.setLeft(right - thickness); break;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(toDevice.inverted().mapRect(QRectF(line)), color);
    painter.restore();
}

QString initials(const QString &name)
{
    const QStringList words = name.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.isEmpty())
        return QStringLiteral("?");
    QString letters = firstGrapheme(words.first());
    if (words.size() > 1)
        letters += firstGrapheme(words.last());
    return letters.toUpper();
}

void paintAvatar(QPainter &painter, const QRectF &rect, const QString &name, const QString &key,
                 const QFont &font, AvatarSource *avatars)
{
    const qreal ratio = painter.device()->devicePixelRatioF();
    const QImage picture = avatars ? avatars->avatar(key, qRound(rect.width() * ratio)) : QImage();
    if (!picture.isNull()) {
        painter.drawImage(rect, picture);
        return;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(avatarColors[qChecksum(key.toUtf8()) % avatarColors.size()]));
    painter.drawEllipse(rect);
    QFont letters = font;
    letters.setPixelSize(qRound(rect.height() * 0.38));
    letters.setWeight(QFont::DemiBold);
    painter.setFont(letters);
    painter.setPen(Qt::white);
    painter.drawText(rect, Qt::AlignCenter, initials(name));
    painter.restore();
}

void paintPresence(QPainter &painter, const QRectF &dot, PresenceStatus status, const ThemeColors &colors,
                   const QColor &ring)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    if (ring.isValid()) {
        painter.setBrush(ring);
        painter.drawEllipse(dot.adjusted(-2, -2, 2, 2));
    }
    painter.setBrush(presenceColor(status, colors));
    painter.drawPath(presenceShape(dot, status));
    painter.restore();
}

void paintIcon(QPainter &painter, const QRectF &rect, const QString &name, const QColor &color)
{
    const qreal ratio = painter.device()->devicePixelRatioF();
    const QSize size = (rect.size() * ratio).toSize();
    const QString key = QStringLiteral("hearth-icon/%1/%2/%3").arg(name, color.name()).arg(size.width());
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter drawing(&pixmap);
        QSvgRenderer(iconSource(name, color)).render(&drawing, QRectF({}, QSizeF(size)));
        QPixmapCache::insert(key, pixmap);
    }
    painter.drawPixmap(rect, pixmap, QRectF({}, QSizeF(size)));
}

} // namespace Hearth
