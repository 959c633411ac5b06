// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProxyStyle>

namespace Hearth {

// Fusion with rounded fields and buttons, thin scroll bars and a focus ring, all in the colours of the
// palette.
class HearthStyle : public QProxyStyle
{
    Q_OBJECT

public:
    HearthStyle();

    void setStill(bool still) { m_still = still; } // nothing moves: SH_Widget_Animation_Duration is 0

    using QProxyStyle::polish;
    void polish(QWidget *widget) override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                       SubControl part, const QWidget *widget) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                         const QWidget *widget) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option,
                                  const QWidget *widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                                QStyleHintReturn *returnData) const override;

private:
    void drawComboBox(const QStyleOptionComboBox *box, QPainter *painter, const QWidget *widget) const;
    void drawSlider(const QStyleOptionSlider *slider, QPainter *painter, const QWidget *widget) const;
    [[nodiscard]] QRect scrollBarPart(const QStyleOptionSlider *bar, SubControl part,
                                      const QWidget *widget) const;

    bool m_still = false;
};

} // namespace Hearth
