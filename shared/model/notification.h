// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "util/clock.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace Hearth {

// Something that its user should learn of, wherever they are.
struct Notification {
    QString id; // UUIDv7
    qint64 number = 0; // counts a user's notifications, from 1
    QString type; // "mention", "reply" …; events from outside bring their own
    QString title;
    QString body;
    QJsonObject data; // what to open: conversation_id, message_id …
    std::optional<Timestamp> readAt = {};
    Timestamp createdAt = {};

    bool operator==(const Notification &) const = default;
};

} // namespace Hearth
