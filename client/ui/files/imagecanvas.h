// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QWidget>

namespace Hearth {

// A picture that can be made larger and moved about. It begins fitted into the room there is, never larger
// than it is.
class ImageCanvas : public QWidget
{
    Q_OBJECT

public:
    explicit ImageCanvas(QWidget *parent = nullptr);

    void setImage(const QImage &image);
    [[nodiscard]] const QImage &image() const { return m_image; }

    void zoomBy(qreal factor); // around the middle
    void setZoom(qreal zoom); // 1: a pixel of the picture to one of the screen
    void fit();
    [[nodiscard]] qreal zoom() const { return m_fitted ? fittingZoom() : m_zoom; }
    [[nodiscard]] bool isFitted() const { return m_fitted; }
    void panBy(QPoint pixels);

Q_SIGNALS:
    void zoomChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void zoomAt(QPointF point, qreal zoom);
    [[nodiscard]] qreal fittingZoom() const;
    [[nodiscard]] QRectF target() const; // where the picture stands
    void keepInSight();

    QImage m_image;
    bool m_fitted = true;
    qreal m_zoom = 1;
    QPointF m_offset; // of the picture's middle from that of the widget
    QPoint m_dragFrom;
};

} // namespace Hearth
