// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ids.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <functional>

namespace Hearth {

// Passes on the newest number for a conversation, at once and then at most once per interval.
class Throttle : public QObject
{
public:
    using Sink = std::function<void(const ConversationId &, qint64)>;

    Throttle(std::chrono::milliseconds interval, Sink sink)
        : m_interval(interval)
        , m_sink(std::move(sink))
    { }

    void push(const ConversationId &id, qint64 value)
    {
        if (auto waiting = m_waiting.find(id); waiting != m_waiting.end())
            *waiting = std::max(value, waiting->value_or(0));
        else
            pass(id, value);
    }

private:
    void pass(const ConversationId &id, qint64 value)
    {
        m_waiting.insert(id, std::nullopt);
        QTimer::singleShot(m_interval, this, [this, id] {
            if (const auto next = m_waiting.take(id))
                pass(id, *next);
        });
        m_sink(id, value);
    }

    const std::chrono::milliseconds m_interval;
    const Sink m_sink;
    QHash<ConversationId, std::optional<qint64>> m_waiting; // within their interval
};

} // namespace Hearth
