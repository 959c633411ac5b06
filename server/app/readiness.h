// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/health.h"
#include "storage/database.h"

#include <QThreadPool>
#include <QTimer>

#include <limits>
#include <memory>

namespace Hearth {

// Watches what the server depends on, so that /ready answers from memory: the database (up, down, or
// read_only when it refuses writes) and the disk under the data folder (up, low, full). A database that
// refused a write is asked each second whether it takes them again, as nobody may send anything until it
// does.
class Readiness
{
public:
    Readiness(Database &database, QString folder);
    ~Readiness();
    Q_DISABLE_COPY_MOVE(Readiness)

    void start(); // once the database is open
    [[nodiscard]] QList<Dependency> dependencies() const;

private:
    struct Disk { // of a look that may outlive this object, too
        qint64 free = std::numeric_limits<qint64>::max(); // bytes
        bool looking = false;
    };

    void check();
    QCoro::Task<> lookAtDisk();
    QCoro::Task<> askDatabase();

    Database &m_database;
    const QString m_folder;
    const std::shared_ptr<Disk> m_disk = std::make_shared<Disk>();
    QThreadPool m_pool; // a file system may take its time
    QTimer m_timer;
    bool m_asking = false;
    QByteArray m_logged; // the state that was logged last
};

} // namespace Hearth
