// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/types.h"
#include "model/presence.h"

#include <QDateTime>
#include <QLocale>
#include <QStringList>

// Words about people and times that several places show.
namespace Hearth {

// Hours and minutes, as they are written in a language.
[[nodiscard]] QString timeOfDay(QTime time, const QLocale &locale);

// When something last happened, as short as it stays clear: the time today, the weekday within the last week,
// day and month this year, otherwise the date.
[[nodiscard]] QString shortTime(Timestamp at, const QDateTime &now, const QLocale &locale);

// "Ana is typing", "Ana and Li are typing", …; empty when nobody is.
[[nodiscard]] QString typingSentence(const QStringList &names);

[[nodiscard]] QString presenceName(PresenceStatus status);

// One line for a text of any length and shape.
[[nodiscard]] QString singleLine(QStringView text);

} // namespace Hearth
