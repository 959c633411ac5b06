// SPDX-License-Identifier: Apache-2.0
#include "ui/panes/datepopup.h"

#include <QCalendarWidget>
#include <QLabel>
#include <QScreen>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace Hearth {

DatePopup::DatePopup(const QString &purpose, QDate selected, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_calendar(new QCalendarWidget(this))
{
    setObjectName(QStringLiteral("datePopup"));
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    m_calendar->setAccessibleName(purpose);
    m_calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    m_calendar->setGridVisible(false);
    m_calendar->setMaximumDate(QDate::currentDate());
    m_calendar->setSelectedDate(selected);
    for (auto *view : m_calendar->findChildren<QTableView *>())
        view->setAccessibleName(purpose);
    auto *layout = new QVBoxLayout(this);
    auto *label = new QLabel(purpose, this);
    label->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(label);
    layout->addWidget(m_calendar);
    const auto pick = [this](QDate day) {
        Q_EMIT picked(day);
        close();
    };
    connect(m_calendar, &QCalendarWidget::clicked, this, pick);
    connect(m_calendar, &QCalendarWidget::activated, this, [this, pick](QDate day) {
        if (isVisible()) // a click may have picked it already
            pick(day);
    });
}

void DatePopup::popup(const QPoint &globalPos)
{
    adjustSize();
    QPoint place = globalPos;
    if (const QScreen *on = parentWidget()->screen()) {
        const QRect room = on->availableGeometry();
        place.setX(std::clamp(place.x(), room.left(), std::max(room.left(), room.right() - width())));
        place.setY(std::clamp(place.y(), room.top(), std::max(room.top(), room.bottom() - height())));
    }
    move(place);
    show();
    m_calendar->setFocus(Qt::PopupFocusReason);
}

} // namespace Hearth
