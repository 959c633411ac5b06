// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <deque>

namespace Hearth::Rig {

// A bad network between clients and the server: it delays, splits, swallows, cuts and holds up what passes.
class FaultyProxy : public QTcpServer
{
    Q_OBJECT

public:
    explicit FaultyProxy(quint16 serverPort);

    // Of everything that comes from now on.
    void setWeather(int longestDelayMs, bool splitting);

    // Each hits some of the connections, as `random` says; returns how many.
    int cut(QRandomGenerator &random);
    int cutInTheMiddle(QRandomGenerator &random); // of whatever is sent next
    int freeze(QRandomGenerator &random); // half-open: it stays connected, and nothing arrives any more
    void cutFrozen();
    void stopReading(QRandomGenerator &random); // WebSockets: what the server sends stays with it
    [[nodiscard]] int notReading() const; // how many of them are left
    void readOn();

private:
    friend class Line;
    struct Weather {
        int longestDelayMs = 0;
        bool splitting = false;
    };

    template<typename Do>
    int some(QRandomGenerator &random, Do &&act);

    const quint16 m_serverPort;
    Weather m_weather;
    QRandomGenerator m_random; // for the sizes of pieces only
};

// One connection through it.
class Line : public QObject
{
    Q_OBJECT

public:
    Line(QTcpSocket *client, quint16 serverPort, FaultyProxy &proxy);

    void cut();
    void cutInTheMiddle() { m_cutting = true; }
    void freeze() { m_frozen = true; }
    void stopReading();
    void readOn();
    [[nodiscard]] bool isReading() const { return m_reading; }
    [[nodiscard]] bool isWebSocket() const { return m_webSocket; }
    [[nodiscard]] bool isFrozen() const { return m_frozen; }

private:
    struct Piece {
        qint64 due; // milliseconds of m_clock
        QByteArray bytes;
    };
    // What is on its way to one side, in its order.
    struct Direction {
        QTcpSocket *from;
        QTcpSocket *to;
        std::deque<Piece> pieces;
    };

    void take(Direction &direction);
    void passOn();
    void pass(Direction &direction);

    FaultyProxy &m_proxy;
    QTcpSocket *const m_client;
    QTcpSocket *const m_server;
    Direction m_up, m_down;
    QElapsedTimer m_clock;
    QTimer m_timer;
    bool m_webSocket = false;
    bool m_reading = true; // what the server sends
    bool m_frozen = false;
    bool m_cutting = false;
};

} // namespace Hearth::Rig
