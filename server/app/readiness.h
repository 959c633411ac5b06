// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/health.h"
#include "storage/database.h"

#include <QThreadPool>
#include <QTimer>

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
    void check();
    QCoro::Task<> askDatabase();

    Database &m_database;
    const QString m_folder;
    std::shared_ptr<std::atomic<qint64>> m_free; // bytes; also of a look that outlives this object
    QThreadPool m_pool; // a file system may take its time
    QTimer m_timer;
    bool m_asking = false;
    QByteArray m_logged; // the state that was logged last
};

} // namespace Hearth
