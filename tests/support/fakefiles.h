// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/file.h"
#include "util/error.h"

#include <QHash>
#include <QTcpSocket>

namespace Hearth::Test {

// The files of a FakeServer. It can stop in the middle of a transfer, refuse, and send something else.
class FakeFiles : public QObject
{
public:
    QString add(const QString &name, const QString &mimeType, const QByteArray &contents);

    // What it holds, by id.
    QHash<QString, File> files;
    QHash<QString, QByteArray> contents;

    // How it behaves.
    bool stalls = false; // half of a download, and no answer to an upload, until goOn()
    void goOn();
    std::optional<Error> refusal; // of uploads
    QByteArray sentInstead; // of the contents

    // What it saw.
    int uploads = 0;
    int downloads = 0;
    int mostAtOnce = 0;
    [[nodiscard]] qsizetype held() const { return m_held.size(); } // stalled transfers

    // A request whose head has arrived; the socket is this one's from here on.
    void serve(QTcpSocket *socket, const QString &path, bool authorized);

private:
    void take(QTcpSocket *socket, const QByteArray &head);
    void give(QTcpSocket *socket, const QString &path);
    void answer(QTcpSocket *socket, int status, const QByteArray &body);
    void begin(QTcpSocket *socket);

    QHash<QTcpSocket *, QByteArray> m_bodies;
    QHash<QTcpSocket *, QByteArray> m_held; // what is still to be sent
    int m_atOnce = 0;
};

} // namespace Hearth::Test
