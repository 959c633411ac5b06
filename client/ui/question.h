// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace Hearth {

struct Question {
    QString title;
    QString text; // shown as it is
    QString yes; // what the button does; Cancel stands beside it and is the default
};

// Asks over the window of `parent`, without blocking; `then` runs on yes, unless `parent` has gone.
void ask(QWidget *parent, const Question &question, std::function<void()> then);

} // namespace Hearth
