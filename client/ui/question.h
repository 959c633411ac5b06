// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <functional>

class QWidget;

// Short words over the window of a widget, which is not blocked; all text is shown as it is.
namespace Hearth {

struct Question {
    QString title;
    QString text;
    QString yes; // what the button does; Cancel stands beside it and is the default
    QString detail = {}; // below the text, smaller
    bool warns = false;
};

// `then` runs on yes, unless `parent` has gone.
void ask(QWidget *parent, const Question &question, std::function<void()> then);

// Says what went wrong; `detail` stands below, smaller.
void tell(QWidget *parent, const QString &title, const QString &text, const QString &detail = {});

} // namespace Hearth
