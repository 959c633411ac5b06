// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rig/cluster.h"
#include "rig/faultyproxy.h"
#include "rig/record.h"
#include "support/serverprocess.h"

#include <functional>

namespace Hearth::Rig {

// What is done to a running system, one thing after the other, as the seed says. A fault ends with a system
// that serves again, without a restart where none was part of it: otherwise it is a complaint.
class Faults
{
public:
    struct System {
        Test::ServerProcess &server;
        Cluster *cluster; // null: SQLite
        FaultyProxy &proxy;
    };

    // `outageSeconds`: how long a database stays away.
    Faults(System system, quint32 seed, int outageSeconds);

    [[nodiscard]] QStringList names() const;
    void allow(const QStringList &names) { m_allowed = names; } // else all
    // The next one. `shout`: some say something long that all in the round get; how many did.
    void inject(Record &record, const std::function<int()> &shout);
    void calm(); // ends what lasts

    [[nodiscard]] const QStringList &complaints() const { return m_complaints; }

private:
    struct Fault {
        const char *name;
        void (Faults::*inject)();
    };
    [[nodiscard]] QList<Fault> all() const;

    void killServer();
    void restartServer();
    void pauseServer();
    void cut();
    void cutInTheMiddle();
    void freeze();
    void stopReading();
    void killDatabase();
    void pauseDatabase();
    void stopDatabase();
    void fillDisk();

    void changeWeather();
    void startServer();
    void expectReady(bool ready, int withinMs);
    void note(const QString &text);

    const System m_system;
    const int m_outageSeconds;
    QRandomGenerator m_random;
    QStringList m_allowed;
    QStringList m_complaints;
    Record *m_record = nullptr;
    std::function<int()> m_shout;
};

// Whether the server says that it can do its work; -1: it does not answer.
[[nodiscard]] int readyStatus(const Test::ServerProcess &server);

} // namespace Hearth::Rig
