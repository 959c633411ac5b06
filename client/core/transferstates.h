// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QObject>

namespace Hearth {

// How far the contents of a file have got on their way, here or to the server.
struct Transfer {
    enum class State { None, Waiting, Running, Failed };

    State state = State::None;
    qint64 done = 0; // bytes
    qint64 total = 0;
    QString reason = {}; // of a failure, for a person

    [[nodiscard]] bool isUnderWay() const { return state == State::Waiting || state == State::Running; }
    [[nodiscard]] int percent() const { return total > 0 ? int(100 * done / total) : 0; }
    bool operator==(const Transfer &) const = default;
};

// The transfers that somebody may want to see, by the id of the file.
class TransferStates : public QObject
{
    Q_OBJECT

public:
    [[nodiscard]] Transfer of(const QString &id) const { return m_transfers.value(id); }

    void set(const QString &id, const Transfer &transfer)
    {
        if (of(id) == transfer)
            return;
        if (transfer.state == Transfer::State::None)
            m_transfers.remove(id);
        else
            m_transfers.insert(id, transfer);
        Q_EMIT changed(id);
    }

Q_SIGNALS:
    void changed(const QString &id);

private:
    QHash<QString, Transfer> m_transfers;
};

} // namespace Hearth
