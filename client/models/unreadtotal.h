// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/types.h"

#include <QHash>
#include <QObject>

namespace Hearth {

class Session;

// How many messages of an account are unread, in conversations that are not muted.
class UnreadTotal : public QObject
{
    Q_OBJECT

public:
    explicit UnreadTotal(Session &session, QObject *parent = nullptr);

    [[nodiscard]] int count() const { return m_count; }

Q_SIGNALS:
    void changed();

private:
    void countAll();
    void countOne(const ConversationId &id);
    void setCount(int count);

    Session &m_session;
    QHash<ConversationId, int> m_unread; // not 0
    int m_count = 0;
};

} // namespace Hearth
