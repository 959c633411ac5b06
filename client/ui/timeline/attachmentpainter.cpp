// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/attachmentpainter.h"

#include "ui/paint.h"

#include <QCoreApplication>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int glyph = 22;
constexpr int ringSize = 40;
constexpr qreal ringWidth = 3;
const QColor veil(0, 0, 0, 130); // behind signs that stand on a picture

struct AttachmentPainterWords {
    Q_DECLARE_TR_FUNCTIONS(Hearth::Attachment)
};

QRect centered(const QRect &area, int side)
{
    return {area.center().x() - side / 2 + 1, area.center().y() - side / 2 + 1, side, side};
}

void fillGround(QPainter &painter, const QRect &rect, const QColor &fill, const QColor &line)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(line, 1));
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), pictureRadius, pictureRadius);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

// How far a transfer is; the cross says that pressing it ends it.
void paintRing(QPainter &painter, const QRect &rect, const Transfer &transfer, const QColor &color,
               const QColor &track)
{
    constexpr qreal inset = ringWidth / 2 + 1;
    const QRectF circle = QRectF(rect).adjusted(inset, inset, -inset, -inset);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(track, ringWidth));
    painter.drawEllipse(circle);
    painter.setPen(QPen(color, ringWidth, Qt::SolidLine, Qt::RoundCap));
    painter.drawArc(circle, 90 * 16, -std::max(transfer.percent(), 2) * 16 * 360 / 100);
    painter.setRenderHint(QPainter::Antialiasing, false);
    paintIcon(painter, centered(rect, glyph - 2), u"close"_s, color);
}

void paintCardIcon(QPainter &painter, const QRect &rect, const AttachmentBox &box, const AttachmentPaint &how,
                   const TimelineStyle &style)
{
    const ThemeColors &colors = style.colors;
    if (how.transfer.isUnderWay()) {
        paintRing(painter, rect, how.transfer, colors.accent, colors.divider);
        return;
    }
    const bool failed = how.transfer.state == Transfer::State::Failed;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.selection);
    painter.drawRoundedRect(rect, 6, 6);
    painter.setRenderHint(QPainter::Antialiasing, false);
    const bool isImage = box.file.mimeType.startsWith("image/"_L1);
    paintIcon(painter, centered(rect, glyph),
              failed        ? u"retry"_s
                  : isImage ? u"image"_s
                            : u"file"_s,
              failed ? colors.danger : colors.link);
}

void paintLine(QPainter &painter, const QRect &rect, int top, int height, const QString &text,
               const QFont &font, Qt::TextElideMode elide, bool atRight)
{
    const QString shown = QFontMetrics(font).elidedText(text, elide, rect.width());
    painter.setFont(font);
    painter.drawText(QRect(rect.left(), top, rect.width(), height),
                     (atRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter | Qt::AlignAbsolute
                         | Qt::TextSingleLine,
                     shown);
}

void paintCard(QPainter &painter, QPoint origin, const AttachmentBox &box, const AttachmentPaint &how,
               const TimelineStyle &style)
{
    const ThemeColors &colors = style.colors;
    fillGround(painter, box.rect.translated(origin), how.hovered ? colors.hover : colors.sidebar,
               colors.divider);
    paintCardIcon(painter, box.icon.translated(origin), box, how, style);
    const QRect text = box.text.translated(origin);
    const int lines = style.lineHeight + style.smallLineHeight;
    const int top = text.center().y() + 1 - lines / 2;
    painter.setPen(colors.text);
    paintLine(painter, text, top, style.lineHeight, box.name, style.name, Qt::ElideMiddle, style.mirrored);
    painter.setPen(how.transfer.state == Transfer::State::Failed ? colors.danger : colors.secondary);
    paintLine(painter, text, top + style.lineHeight, style.smallLineHeight, stateText(box.file, how.transfer),
              style.small, Qt::ElideRight, style.mirrored);
    if (!box.save.isNull())
        paintIcon(painter, centered(box.save.translated(origin), glyph - 2), u"download"_s,
                  how.hovered ? colors.text : colors.secondary);
}

void paintMissing(QPainter &painter, const QRect &rect, const AttachmentBox &box, const AttachmentPaint &how,
                  const TimelineStyle &style)
{
    const ThemeColors &colors = style.colors;
    const bool failed = how.missing || how.transfer.state == Transfer::State::Failed;
    const bool hasRoom = failed && rect.height() >= 96 && rect.width() >= 140;
    const QRect sign =
        centered(hasRoom ? rect.adjusted(0, 0, 0, -style.smallLineHeight - 8) : rect, glyph + 4);
    paintIcon(painter, sign, failed ? u"retry"_s : u"image"_s, failed ? colors.danger : colors.secondary);
    if (!hasRoom)
        return;
    const QRect text = rect.adjusted(12, 0, -12, 0);
    painter.setFont(style.small);
    painter.setPen(colors.secondary);
    const QString words = AttachmentPainterWords::tr("%1 cannot be shown").arg(box.name);
    painter.drawText(QRect(text.left(), sign.bottom() + 8, text.width(), style.smallLineHeight),
                     Qt::AlignCenter | Qt::TextSingleLine,
                     QFontMetrics(style.small).elidedText(words, Qt::ElideMiddle, text.width()));
}

void paintPicture(QPainter &painter, QPoint origin, const AttachmentBox &box, const AttachmentPaint &how,
                  const TimelineStyle &style)
{
    const QRect rect = box.rect.translated(origin);
    if (how.picture.isNull()) {
        fillGround(painter, rect, style.colors.codeBackground, style.colors.divider);
        if (!how.transfer.isUnderWay())
            paintMissing(painter, rect, box, how, style);
    } else {
        // One that was made for another width is fitted until the right one is there.
        QRectF shown({}, QSizeF(how.picture.size()).scaled(rect.size(), Qt::KeepAspectRatio));
        shown.moveCenter(QRectF(rect).center());
        if (shown.width() > rect.width() - 1 && shown.height() > rect.height() - 1)
            shown = rect; // part of a pixel is missing, for its size is in whole ones
        else
            fillGround(painter, rect, style.colors.codeBackground, style.colors.divider);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(shown, how.picture);
    }
    const auto disc = [&painter](const QRect &area) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(veil);
        painter.drawEllipse(area);
        painter.setRenderHint(QPainter::Antialiasing, false);
    };
    if (how.transfer.isUnderWay()) {
        const QRect ring = centered(rect, ringSize);
        disc(ring);
        paintRing(painter, ring, how.transfer, Qt::white, QColor(255, 255, 255, 70));
    }
    if (how.showsSave && !box.save.isNull()) {
        const QRect button = box.save.translated(origin);
        disc(button);
        paintIcon(painter, centered(button, glyph - 2), u"download"_s, Qt::white);
    }
}

} // namespace

void paintAttachment(QPainter &painter, QPoint origin, const AttachmentBox &box, const AttachmentPaint &how,
                     const TimelineStyle &style)
{
    if (box.isPicture)
        paintPicture(painter, origin, box, how, style);
    else
        paintCard(painter, origin, box, how, style);
}

} // namespace Hearth
