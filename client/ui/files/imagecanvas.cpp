// SPDX-License-Identifier: Apache-2.0
#include "ui/files/imagecanvas.h"

#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace Hearth {

namespace {

constexpr qreal least = 0.02;
constexpr qreal most = 16;
constexpr qreal perWheelStep = 1.2;

} // namespace

ImageCanvas::ImageCanvas(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("imageCanvas"));
    setFocusPolicy(Qt::StrongFocus);
}

void ImageCanvas::setImage(const QImage &image)
{
    m_image = image;
    fit();
}

void ImageCanvas::zoomBy(qreal factor)
{
    zoomAt(QRectF(rect()).center(), zoom() * factor);
}

void ImageCanvas::setZoom(qreal zoom)
{
    zoomAt(QRectF(rect()).center(), zoom);
}

void ImageCanvas::fit()
{
    m_fitted = true;
    m_offset = {};
    setCursor(Qt::ArrowCursor);
    update();
    Q_EMIT zoomChanged();
}

void ImageCanvas::panBy(QPoint pixels)
{
    m_offset += pixels;
    keepInSight();
    update();
}

// What is under the point stays there.
void ImageCanvas::zoomAt(QPointF point, qreal zoom)
{
    if (m_image.isNull())
        return;
    const qreal before = this->zoom();
    m_zoom = std::clamp(zoom, least, most);
    m_fitted = false;
    const QPointF fromMiddle = point - QRectF(rect()).center();
    m_offset = fromMiddle - (fromMiddle - m_offset) * (m_zoom / before);
    keepInSight();
    setCursor(Qt::OpenHandCursor);
    update();
    Q_EMIT zoomChanged();
}

qreal ImageCanvas::fittingZoom() const
{
    if (m_image.isNull())
        return 1;
    const QSizeF room = QSizeF(size()) * devicePixelRatioF();
    return std::min({1.0, room.width() / m_image.width(), room.height() / m_image.height()});
}

QRectF ImageCanvas::target() const
{
    QRectF target({}, QSizeF(m_image.size()) * zoom() / devicePixelRatioF());
    target.moveCenter(QRectF(rect()).center() + m_offset);
    return target;
}

// Along each side the picture covers the room, or stands in the middle of it.
void ImageCanvas::keepInSight()
{
    const QSizeF shown = target().size();
    const qreal x = std::max(0.0, (shown.width() - width()) / 2);
    const qreal y = std::max(0.0, (shown.height() - height()) / 2);
    m_offset = {std::clamp(m_offset.x(), -x, x), std::clamp(m_offset.y(), -y, y)};
}

void ImageCanvas::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_image.isNull())
        return;
    painter.setRenderHint(QPainter::SmoothPixmapTransform, zoom() < 3); // above, pixels are what is looked at
    painter.drawImage(target(), m_image);
}

void ImageCanvas::wheelEvent(QWheelEvent *event)
{
    const qreal steps = event->angleDelta().y() / 120.0;
    if (steps != 0)
        zoomAt(event->position(), zoom() * std::pow(perWheelStep, steps));
    event->accept();
}

void ImageCanvas::mousePressEvent(QMouseEvent *event)
{
    m_dragFrom = event->position().toPoint();
    if (!m_fitted)
        setCursor(Qt::ClosedHandCursor);
}

void ImageCanvas::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & Qt::LeftButton) || m_fitted)
        return;
    const QPoint to = event->position().toPoint();
    panBy(to - std::exchange(m_dragFrom, to));
}

void ImageCanvas::mouseReleaseEvent(QMouseEvent *)
{
    setCursor(m_fitted ? Qt::ArrowCursor : Qt::OpenHandCursor);
}

void ImageCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (m_fitted)
        zoomAt(event->position(), 1);
    else
        fit();
}

void ImageCanvas::resizeEvent(QResizeEvent *)
{
    keepInSight();
    Q_EMIT zoomChanged(); // while it is fitted
}

} // namespace Hearth
