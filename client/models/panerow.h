// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/types.h"
#include "wire/search.h"

#include <QMetaType>

namespace Hearth {

class Session;

// One line of a list of messages beside the conversation: what was found, pinned, or notified of.
struct PaneRow {
    QString title; // who
    UserId colorKey;
    QString context; // where; empty when that is plain
    Timestamp at = {};
    QString text; // in one line
    QList<Highlight> highlights; // of the text
    bool isNotification = false; // its context is what it is about
    bool unread = false;
    ConversationId conversation; // what to open; empty for none
    qint64 seq = 0;
    QString id;

    bool operator==(const PaneRow &) const = default;
};

// `where`: the conversation is named, too.
[[nodiscard]] PaneRow paneRow(const Session &session, const SearchResult &result, bool where);

// The row in words, for screen readers.
[[nodiscard]] QString spokenRow(const PaneRow &row);

// The roles of all models of such lines.
namespace PaneRoles {
enum { RowRole = Qt::UserRole };
}

} // namespace Hearth

Q_DECLARE_METATYPE(Hearth::PaneRow)
