// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ids.h"

#include <QUrl>

namespace Hearth {

// A link to something in Hearth, as it stands on a web page or in another program:
//   hearth://connect?server=https%3A%2F%2Fchat.example.org
//   hearth://open?server=https%3A%2F%2Fchat.example.org&conversation=<id>&message=<seq>
// It never does more than to show something, or to ask.
struct HearthLink {
    QUrl server;
    ConversationId conversation; // empty: connect to the server
    std::optional<qint64> message = {}; // place in the conversation

    bool operator==(const HearthLink &) const = default;
};

[[nodiscard]] std::optional<HearthLink>
hearthLinkFrom(const QString &text); // nothing: not exactly such a link
[[nodiscard]] QString toString(const HearthLink &link);

} // namespace Hearth
