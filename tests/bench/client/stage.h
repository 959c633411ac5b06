// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/serverprocess.h"

namespace Hearth::Bench {

inline const QString anaName = QStringLiteral("ana");
inline const QString anaPassword = QStringLiteral("by-the-hearth");

// What all processes of a measurement need to know.
struct Place {
    QUrl server;
    QString folder; // of ana's computer, who is measured
    QString conversation; // with bo, who writes to her
    QString boToken;

    [[nodiscard]] QStringList arguments() const { return {server.toString(), folder, conversation, boToken}; }
    [[nodiscard]] static Place fromArguments(const QStringList &arguments);
};

// A real server on which the two know each other.
class Stage
{
public:
    Stage();
    [[nodiscard]] const Place &place() const { return m_place; }

private:
    Test::ServerProcess m_server;
    QTemporaryDir m_folder;
    Place m_place;
};

// bo says so many things, so many a second (0: as many as the server takes); returns when all are
// acknowledged.
void chatter(const Place &place, int count, double perSecond);

} // namespace Hearth::Bench
