// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QTemporaryDir>

namespace Hearth::Rig {

// A PostgreSQL of its own (tests/support/postgres.sh), to do harm to.
class Cluster
{
public:
    Cluster();
    ~Cluster();
    Q_DISABLE_COPY_MOVE(Cluster)

    [[nodiscard]] QString url() const { return m_url; } // of an empty database

    void kill(); // every process of it, as a power failure does
    void stop(); // in order
    [[nodiscard]] bool start(); // again, on the same data and port
    void pause(); // SIGSTOP
    void goOn();

private:
    [[nodiscard]] bool run(const QString &action) const;
    void signal(int number) const;

    QTemporaryDir m_dir;
    QString m_url;
};

} // namespace Hearth::Rig
