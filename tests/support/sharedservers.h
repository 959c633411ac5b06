// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/databases.h"
#include "support/serverprocess.h"
#include "support/testclient.h"

#include <memory>

namespace Hearth::Test {

// One server for each database, for all tests of a program. Every test takes people of its own: their names
// are told apart by the round.
class SharedServers
{
protected:
    explicit SharedServers(QStringList arguments = {})
        : m_arguments(std::move(arguments))
    { }

    // Before each test. False when the server does not start: its log says why.
    [[nodiscard]] bool useServer(bool postgres)
    {
        ++m_round;
        auto &running = m_running[postgres];
        if (running) {
            m_server = &running->server;
            return true;
        }
        running = std::make_unique<Running>(postgres, m_arguments);
        m_server = &running->server;
        return m_server->start();
    }

    [[nodiscard]] QString id(const char *name) const
    {
        return QStringLiteral("%1-%2").arg(QLatin1StringView(name)).arg(m_round);
    }
    [[nodiscard]] QString token(const char *name) const { return ServerProcess::externalToken(id(name)); }
    [[nodiscard]] RestClient rest(const char *name) const { return {m_server->url(), token(name)}; }

    ServerProcess *m_server = nullptr; // of the test that runs

private:
    struct Running {
        Running(bool postgres, const QStringList &arguments)
            : database(postgres)
            , server(database.url(), arguments)
        { }
        TestDatabase database;
        ServerProcess server;
    };

    const QStringList m_arguments;
    std::unique_ptr<Running> m_running[2];
    int m_round = 0;
};

} // namespace Hearth::Test
