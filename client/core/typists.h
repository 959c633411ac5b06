// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/timing.h"
#include "model/ids.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace Hearth {

// Who is typing where. A notice ends by itself when it is not repeated.
class Typists : public QObject
{
    Q_OBJECT

public:
    explicit Typists(const Timing &timing);

    void set(const ConversationId &id, const UserId &user, bool typing);
    void clear();
    [[nodiscard]] QList<UserId> in(const ConversationId &id) const; // who began first comes first

Q_SIGNALS:
    void changed(const ConversationId &id);

private:
    struct Typist {
        UserId user;
        Timestamp until = {};
    };
    void expire();

    const Timing &m_timing;
    QHash<ConversationId, QList<Typist>> m_typists;
    QTimer m_timer;
};

} // namespace Hearth
