// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "platform/startmessage.h"

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

namespace Hearth {

// One program for each data folder of a person: the first one is told what the others were started with.
// What they say passes through a socket that only this person can open.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    // `runtimeFolder` belongs to the person alone, and is short enough for the path of a socket.
    SingleInstance(const QString &runtimeFolder, const QString &dataFolder, QObject *parent = nullptr);

    // True: this one is the first, and startedAgain() tells of others. False: there is one already.
    [[nodiscard]] bool claim();

    // To the one that is there. False when it does not answer within 2 s. Blocks for as long.
    [[nodiscard]] bool tell(const StartMessage &message) const;

Q_SIGNALS:
    void startedAgain(const StartMessage &message);

private:
    void receive();

    const QString m_socketPath;
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace Hearth
