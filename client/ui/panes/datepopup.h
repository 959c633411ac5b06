// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QFrame>

class QCalendarWidget;

namespace Hearth {

// A calendar to choose a day from, up to today. Deletes itself when it is closed.
class DatePopup : public QFrame
{
    Q_OBJECT

public:
    DatePopup(const QString &purpose, QDate selected, QWidget *parent);

    void popup(const QPoint &globalPos); // moved to where it is on the screen
    [[nodiscard]] QCalendarWidget &calendar() { return *m_calendar; }

Q_SIGNALS:
    void picked(QDate day);

private:
    QCalendarWidget *const m_calendar;
};

} // namespace Hearth
