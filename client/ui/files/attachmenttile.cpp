// SPDX-License-Identifier: Apache-2.0
#include "ui/files/attachmenttile.h"

#include "core/filenames.h"
#include "core/filesize.h"
#include "ui/iconbutton.h"
#include "ui/paint.h"
#include "ui/theme.h"
#include "ui/timeline/attachmentlayout.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>

namespace Hearth {

namespace {

constexpr qreal radius = 8;
constexpr int glyph = 32;
constexpr int gap = 4;
constexpr qreal smaller = 0.88;
constexpr int crossSize = 24;

} // namespace

AttachmentTile::AttachmentTile(OutgoingFile file, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_file(std::move(file))
    , m_theme(theme)
    , m_remove(new IconButton(QStringLiteral("close"), {}, theme, this))
{
    setFocusPolicy(Qt::TabFocus);
    m_remove->setObjectName(QStringLiteral("removeAttachment"));
    m_remove->setFocusPolicy(Qt::NoFocus); // the tile itself has the keys for it
    connect(m_remove, &IconButton::clicked, this, &AttachmentTile::removeRequested);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    describe();
}

void AttachmentTile::setFile(const OutgoingFile &file)
{
    m_file = file;
    describe();
    update();
}

void AttachmentTile::setPicture(const QImage &picture)
{
    m_picture = picture;
    update();
}

void AttachmentTile::describe()
{
    const QString name = shownFileName(m_file.name);
    setAccessibleName(tr("%1, %2").arg(name, sizeText(m_file.size)));
    setAccessibleDescription(tr("Delete takes it out of the message."));
    setToolTip(name.toHtmlEscaped());
    m_remove->setAccessibleName(tr("Remove %1").arg(name));
    m_remove->setToolTip(tr("Remove"));
}

QSize AttachmentTile::sizeHint() const
{
    const int line = QFontMetrics(relativeFont(font(), smaller)).height();
    return {side, side + gap + 2 * line};
}

void AttachmentTile::resizeEvent(QResizeEvent *)
{
    const QRect place(side - crossSize - 4, 4, crossSize, crossSize);
    m_remove->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
}

void AttachmentTile::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        Q_EMIT removeRequested();
    else
        QWidget::keyPressEvent(event);
}

void AttachmentTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const ThemeColors &colors = m_theme.colors();
    const QRectF box = QRectF(0, 0, side, side).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath shape;
    shape.addRoundedRect(box, radius, radius);
    painter.fillPath(shape, colors.codeBackground);
    if (m_picture.isNull()) {
        const bool isImage = m_file.mimeType.startsWith(QLatin1StringView("image/"));
        const QRectF icon((side - glyph) / 2.0, (side - glyph) / 2.0, glyph, glyph);
        paintIcon(painter, icon, isImage ? QStringLiteral("image") : QStringLiteral("file"),
                  colors.secondary);
    } else {
        QRectF shown({}, QSizeF(m_picture.size().scaled(side, side, Qt::KeepAspectRatioByExpanding)));
        shown.moveCenter(box.center());
        painter.save();
        painter.setClipPath(shape);
        painter.drawImage(shown, m_picture);
        painter.restore();
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(hasFocus() ? colors.accent : colors.divider, hasFocus() ? 2 : 1));
    painter.drawPath(shape);

    // The cross needs a ground of its own on a picture.
    painter.setPen(QPen(colors.divider, 1));
    painter.setBrush(colors.window);
    painter.drawEllipse(QRectF(m_remove->geometry()).adjusted(0.5, 0.5, -0.5, -0.5));

    const QFont small = relativeFont(font(), smaller);
    const QFontMetrics metrics(small);
    painter.setFont(small);
    painter.setPen(colors.text);
    const QString name = metrics.elidedText(shownFileName(m_file.name), Qt::ElideMiddle, side);
    painter.drawText(QRect(0, side + gap, side, metrics.height()), Qt::AlignHCenter | Qt::TextSingleLine,
                     name);
    painter.setPen(colors.secondary);
    painter.drawText(QRect(0, side + gap + metrics.height(), side, metrics.height()),
                     Qt::AlignHCenter | Qt::TextSingleLine, sizeText(m_file.size));
}

} // namespace Hearth
