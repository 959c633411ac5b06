// SPDX-License-Identifier: Apache-2.0
#include "ui/hearthstyle.h"

#include "ui/paint.h"

#include <QApplication>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleOption>
#include <QTextEdit>

namespace Hearth {

namespace {

constexpr qreal radius = 8;
constexpr int controlHeight = 36;
constexpr int scrollBarWidth = 12;
constexpr int chevronSize = 16; // of a combo box, and what is before and after it
constexpr int chevronInset = 8;
constexpr int chevronGap = 4;
constexpr int sliderHandle = 18;
constexpr qreal sliderGroove = 4;

int scaledFor(int px, const QWidget *widget)
{
    return scaled(px, widget ? widget->font() : QApplication::font());
}

bool isTextField(const QWidget *widget)
{
    return qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QTextEdit *>(widget);
}

void drawRounded(QPainter *painter, const QRectF &rect, const QBrush &fill, const QPen &border,
                 qreal corner = radius)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill);
    painter->setPen(border);
    const qreal inset = border.style() == Qt::NoPen ? 0 : border.widthF() / 2;
    painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), corner, corner);
    painter->restore();
}

void drawField(const QStyleOption *option, QPainter *painter)
{
    const bool focused = option->state & QStyle::State_HasFocus;
    const QPen border = focused ? QPen(option->palette.color(QPalette::Highlight), 2)
                                : QPen(option->palette.color(QPalette::Dark), 1);
    drawRounded(painter, option->rect, option->palette.color(QPalette::Base), border);
}

// Fusion's frame is all but invisible on a dark window. Without a compositor a popup cannot have round
// corners.
void drawFrame(const QStyleOption *option, QPainter *painter, const QWidget *widget)
{
    if (isTextField(widget)) {
        drawField(option, painter);
        return;
    }
    const bool popup = widget && widget->isWindow();
    painter->save();
    painter->setBrush(Qt::NoBrush);
    painter->setPen(option->palette.color(popup ? QPalette::Dark : QPalette::Mid));
    painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
    painter->restore();
}

QColor buttonFill(const QStyleOption *option, bool primary)
{
    const bool down = option->state & (QStyle::State_Sunken | QStyle::State_On);
    const bool hovered = option->state & QStyle::State_MouseOver;
    if (primary) {
        const QColor accent = option->palette.color(QPalette::Highlight);
        return down ? accent.darker(115) : hovered ? accent.lighter(108) : accent;
    }
    const QPalette::ColorRole role = down ? QPalette::Mid : hovered ? QPalette::Midlight : QPalette::Button;
    return option->palette.color(role);
}

bool isPrimary(const QStyleOption *option)
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    return button && (button->features & QStyleOptionButton::DefaultButton)
        && (option->state & QStyle::State_Enabled);
}

void drawButton(const QStyleOption *option, QPainter *painter)
{
    const bool primary = isPrimary(option);
    const QPen border = primary ? QPen(Qt::NoPen) : QPen(option->palette.color(QPalette::Mid), 1);
    drawRounded(painter, option->rect, buttonFill(option, primary), border);
}

bool isTextButton(const QStyleOption *option)
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    return button && (button->features & QStyleOptionButton::Flat) && (option->state & QStyle::State_Enabled);
}

void drawFocusRing(const QStyleOption *option, QPainter *painter)
{
    if (!(option->state & QStyle::State_KeyboardFocusChange))
        return;
    drawRounded(painter, option->rect, Qt::NoBrush, QPen(option->palette.color(QPalette::Link), 2));
}

// Fusion's box is invisible on a dark window.
void drawCheckBox(const QStyleOption *option, QPainter *painter)
{
    const bool checked = option->state & QStyle::State_On;
    const QColor accent = option->palette.color(QPalette::Highlight);
    drawRounded(painter, option->rect, checked ? accent : option->palette.color(QPalette::Base),
                checked ? QPen(Qt::NoPen) : QPen(option->palette.color(QPalette::PlaceholderText), 1), 3);
    if (!checked)
        return;
    const QRectF box = option->rect;
    const QPolygonF tick{{box.left() + box.width() * 0.24, box.top() + box.height() * 0.52},
                         {box.left() + box.width() * 0.43, box.top() + box.height() * 0.72},
                         {box.left() + box.width() * 0.77, box.top() + box.height() * 0.30}};
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(option->palette.color(QPalette::HighlightedText), 2, Qt::SolidLine, Qt::RoundCap,
                         Qt::RoundJoin));
    painter->drawPolyline(tick);
    painter->restore();
}

void drawScrollBar(const QStyleOptionSlider *bar, QPainter *painter, const QRect &slider)
{
    if (bar->minimum == bar->maximum)
        return;
    const bool active = bar->state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    QColor color = bar->palette.color(QPalette::PlaceholderText);
    color.setAlphaF(active ? 0.75F : 0.4F);
    const QRectF thumb = QRectF(slider).adjusted(3, 2, -3, -2);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    const qreal round = std::min(thumb.width(), thumb.height()) / 2;
    painter->drawRoundedRect(thumb, round, round);
    painter->restore();
}

} // namespace

HearthStyle::HearthStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{ }

// QFrame measures its frame when it is made, before it is known to be a field.
void HearthStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (isTextField(widget)) {
        auto *frame = static_cast<QFrame *>(widget);
        frame->setFrameShape(frame->frameShape());
    }
}

void HearthStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                const QWidget *widget) const
{
    switch (element) {
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0)
            drawField(option, painter);
        return;
    case PE_FrameLineEdit: return; // the panel draws it
    case PE_PanelButtonCommand: drawButton(option, painter); return;
    case PE_IndicatorCheckBox: drawCheckBox(option, painter); return;
    case PE_FrameFocusRect: drawFocusRing(option, painter); return;
    case PE_Frame:
        if (!widget || !widget->inherits("QComboBoxPrivateContainer")) { // which is a menu for Fusion
            drawFrame(option, painter, widget);
            return;
        }
        [[fallthrough]];
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void HearthStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    if (element == CE_Splitter) {
        paintEdge(*painter, option->rect, Qt::LeftEdge, option->palette.color(QPalette::Mid));
        return;
    }
    if (element == CE_PushButtonLabel && (isPrimary(option) || isTextButton(option))) {
        QStyleOptionButton button = *qstyleoption_cast<const QStyleOptionButton *>(option);
        const auto role = isTextButton(option) ? QPalette::Link : QPalette::HighlightedText;
        button.palette.setColor(QPalette::ButtonText, option->palette.color(role));
        QProxyStyle::drawControl(element, &button, painter, widget);
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void HearthStyle::drawComboBox(const QStyleOptionComboBox *box, QPainter *painter,
                               const QWidget *widget) const
{
    drawField(box, painter);
    const int size = scaledFor(chevronSize, widget);
    const QRect chevron(box->rect.right() + 1 - chevronInset - size,
                        box->rect.top() + (box->rect.height() - size) / 2, size, size);
    paintIcon(*painter, visualRect(box->direction, box->rect, chevron), QStringLiteral("down"),
              box->palette.color(QPalette::PlaceholderText));
}

// A line with a disc on it, which stands in the middle of the area to grab.
void HearthStyle::drawSlider(const QStyleOptionSlider *slider, QPainter *painter, const QWidget *widget) const
{
    const QRectF grab = subControlRect(CC_Slider, slider, SC_SliderHandle, widget);
    const bool horizontal = slider->orientation == Qt::Horizontal;
    const QRectF all = slider->rect;
    const QPointF disc = grab.center();
    const qreal radius = scaledFor(sliderHandle, widget) / 2.0;
    const qreal inset = (horizontal ? grab.width() : grab.height()) / 2 - radius; // as far as the disc goes
    QPointF least = horizontal ? QPointF(all.left() + inset, disc.y()) : QPointF(disc.x(), all.top() + inset);
    QPointF most =
        horizontal ? QPointF(all.right() - inset, disc.y()) : QPointF(disc.x(), all.bottom() - inset);
    if (slider->upsideDown)
        std::swap(least, most);
    const QColor accent = slider->palette.color(QPalette::Highlight);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(slider->palette.color(QPalette::Dark), sliderGroove, Qt::SolidLine, Qt::RoundCap));
    painter->drawLine(least, most);
    painter->setPen(QPen(accent, sliderGroove, Qt::SolidLine, Qt::RoundCap));
    painter->drawLine(least, disc);
    painter->setPen(Qt::NoPen);
    painter->setBrush(accent);
    painter->drawEllipse(disc, radius, radius);
    painter->restore();
    QStyleOption ring = *slider;
    ring.rect = grab.toRect();
    if (slider->state & State_HasFocus)
        drawFocusRing(&ring, painter);
}

void HearthStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                     QPainter *painter, const QWidget *widget) const
{
    if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option)) {
        drawComboBox(box, painter, widget);
        return;
    }
    if (control == CC_ScrollBar) {
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        drawScrollBar(bar, painter, subControlRect(control, option, SC_ScrollBarSlider, widget));
        return;
    }
    if (control == CC_Slider) {
        drawSlider(qstyleoption_cast<const QStyleOptionSlider *>(option), painter, widget);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect HearthStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                  const QWidget *widget) const
{
    if (control == CC_ComboBox && part == SC_ComboBoxEditField) { // where the text of a field stands
        const int chevron = chevronGap + scaledFor(chevronSize, widget) + chevronInset;
        return visualRect(option->direction, option->rect, option->rect.adjusted(8, 4, -chevron, -4));
    }
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control == CC_ScrollBar && bar)
        return scrollBarPart(bar, part, widget);
    return QProxyStyle::subControlRect(control, option, part, widget);
}

// A scroll bar has no arrows: the groove is all of it.
QRect HearthStyle::scrollBarPart(const QStyleOptionSlider *bar, SubControl part, const QWidget *widget) const
{
    const bool vertical = bar->orientation == Qt::Vertical;
    const int length = vertical ? bar->rect.height() : bar->rect.width();
    const int range = bar->maximum - bar->minimum;
    const int least = std::min(length, pixelMetric(PM_ScrollBarSliderMin, bar, widget));
    const int thumb = range == 0
        ? length
        : std::clamp(int(qint64(length) * bar->pageStep / (qint64(range) + bar->pageStep)), least, length);
    const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - thumb,
                                              bar->upsideDown);
    const auto stretch = [&](int from, int size) {
        const QRect rect =
            vertical ? QRect(0, from, bar->rect.width(), size) : QRect(from, 0, size, bar->rect.height());
        return visualRect(bar->direction, bar->rect, rect);
    };
    switch (part) {
    case SC_ScrollBarSlider: return stretch(start, thumb);
    case SC_ScrollBarGroove: return stretch(0, length);
    case SC_ScrollBarSubPage: return stretch(0, start);
    case SC_ScrollBarAddPage: return stretch(start + thumb, length - start - thumb);
    default: return {};
    }
}

QSize HearthStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                    const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_PushButton)
        result = result.expandedTo({88, controlHeight}) + QSize(12, 0);
    else if (type == CT_LineEdit)
        result = result.expandedTo({0, controlHeight}) + QSize(8, 0);
    else if (type == CT_ComboBox) // Fusion's arrow does not grow
        result = result.expandedTo({0, controlHeight})
            + QSize(8 + scaledFor(chevronSize, widget) - chevronSize, 0);
    else if (type == CT_CheckBox)
        result = result.expandedTo({0, leastTarget});
    else if (type == CT_MenuItem && result.height() > 10) // separators stay thin
        result.setHeight(std::max(result.height(), 28));
    return result;
}

int HearthStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent: return scrollBarWidth;
    case PM_ScrollBarSliderMin: return 32;
    case PM_ComboBoxFrameWidth: return 4;
    case PM_SplitterWidth: return 1; // QSplitter makes the area to grab wider than that by itself
    case PM_SliderLength:
    case PM_SliderThickness:
    case PM_SliderControlThickness: return scaledFor(leastTarget, widget);
    case PM_DefaultFrameWidth:
        if (isTextField(widget))
            return 4; // its corners stay outside of what scrolls
        return widget && widget->inherits("QLineEdit") ? 6 : 1;
    case PM_MenuPanelWidth: return 1;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int HearthStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                           QStyleHintReturn *returnData) const
{
    if (hint == SH_ScrollBar_LeftClickAbsolutePosition)
        return 1;
    if (hint == SH_EtchDisabledText || (hint == SH_Widget_Animation_Duration && m_still))
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, returnData);
}

} // namespace Hearth
