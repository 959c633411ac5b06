// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/conversation.h"

#include <QCoreApplication>

namespace Hearth {

// For how long a conversation may be muted, and what it may notify of, in words.
struct MuteChoice {
    Q_DECLARE_TR_FUNCTIONS(MuteChoice)

public:
    QString text;
    std::chrono::seconds duration;

    [[nodiscard]] static QList<MuteChoice> all();
    [[nodiscard]] static QString levelName(NotifyLevel level);
    // "until 14:30", "until turned on again"; empty when it is not muted.
    [[nodiscard]] static QString state(const OwnMembership &my);
};

} // namespace Hearth
