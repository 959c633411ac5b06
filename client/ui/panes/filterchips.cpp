// SPDX-License-Identifier: Apache-2.0
#include "ui/panes/filterchips.h"

#include "ui/paint.h"
#include "ui/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace Hearth {

namespace {

constexpr int inset = 10;
constexpr int crossSize = 14;
constexpr int gap = 6;

} // namespace

FilterChip::FilterChip(const SearchPart &part, const QString &label, Theme &theme, QWidget *parent)
    : QAbstractButton(parent)
    , m_part(part)
    , m_theme(theme)
{
    setText(label);
    setAccessibleName(tr("Remove the filter “%1”").arg(label));
    setToolTip(accessibleName());
    setFocusPolicy(Qt::TabFocus);
}

QSize FilterChip::sizeHint() const
{
    return {inset + fontMetrics().horizontalAdvance(text()) + 2 + 6 + crossSize + 8,
            fontMetrics().height() + 10};
}

void FilterChip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void FilterChip::paintEvent(QPaintEvent *)
{
    const ThemeColors &colors = m_theme.colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? QPen(colors.link, 2) : QPen(Qt::NoPen));
    painter.setBrush(underMouse() ? colors.selection : colors.ownBubble);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), height() / 2.0, height() / 2.0);
    const auto place = [this](int x, int w, int h) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(x, (height() - h) / 2, w, h));
    };
    const int room = width() - inset - 6 - crossSize - 8;
    painter.setPen(colors.text);
    painter.drawText(place(inset, room, height()), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     fontMetrics().elidedText(text(), Qt::ElideRight, room));
    paintIcon(painter, place(width() - 8 - crossSize, crossSize, crossSize), QStringLiteral("close"),
              colors.secondary);
}

FilterChips::FilterChips(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    hide();
}

void FilterChips::add(const SearchPart &part, const QString &label)
{
    if (parts().contains(part))
        return;
    auto *chip = new FilterChip(part, label, m_theme, this);
    connect(chip, &QAbstractButton::clicked, this, [this, chip] { remove(chip); });
    chip->show();
    m_chips.append(chip);
    chipsChanged();
}

void FilterChips::remove(FilterChip *chip)
{
    m_chips.removeOne(chip);
    chip->hide();
    chip->deleteLater();
    chipsChanged();
}

void FilterChips::clear()
{
    for (FilterChip *chip : std::exchange(m_chips, {}))
        chip->deleteLater();
    chipsChanged();
}

QList<SearchPart> FilterChips::parts() const
{
    QList<SearchPart> parts;
    for (const FilterChip *chip : m_chips)
        parts.append(chip->part());
    return parts;
}

void FilterChips::chipsChanged()
{
    setVisible(!m_chips.isEmpty());
    setFixedHeight(std::max(1, heightForWidth(width())));
    arrange(width(), true);
    Q_EMIT changed();
}

int FilterChips::heightForWidth(int width) const
{
    return arrange(width, false);
}

QSize FilterChips::sizeHint() const
{
    return {200, heightForWidth(width())};
}

void FilterChips::resizeEvent(QResizeEvent *)
{
    setFixedHeight(std::max(1, arrange(width(), true)));
}

int FilterChips::arrange(int width, bool move) const
{
    int x = 0;
    int y = 0;
    int lineHeight = 0;
    for (FilterChip *chip : m_chips) {
        QSize size = chip->sizeHint();
        size.setWidth(std::min(size.width(), std::max(width, 1)));
        if (x > 0 && x + size.width() > width) {
            x = 0;
            y += lineHeight + gap;
        }
        lineHeight = size.height();
        if (move)
            chip->setGeometry(QStyle::visualRect(layoutDirection(), rect(), QRect(QPoint(x, y), size)));
        x += size.width() + gap;
    }
    return m_chips.isEmpty() ? 0 : y + lineHeight;
}

} // namespace Hearth
