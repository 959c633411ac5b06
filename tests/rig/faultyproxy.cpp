// SPDX-License-Identifier: Apache-2.0
#include "rig/faultyproxy.h"

#include <algorithm>
#include <utility>

namespace Hearth::Rig {

namespace {

// Of the system, for what the server sends, from before the connection on: a buffer that was shrunk for a
// while makes the connection crawl at 160 kB/s ever after (Linux keeps the small window), and so does one of
// less than a segment of the loopback device.
constexpr int receiveBufferBytes = 256 * 1024;

} // namespace

FaultyProxy::FaultyProxy(quint16 serverPort)
    : m_serverPort(serverPort)
{
    if (!listen(QHostAddress::LocalHost))
        qFatal("the proxy cannot listen: %s", qPrintable(errorString()));
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *client = nextPendingConnection())
            new Line(client, m_serverPort, *this);
    });
}

void FaultyProxy::setWeather(int longestDelayMs, bool splitting)
{
    m_weather = {longestDelayMs, splitting};
}

template<typename Do>
int FaultyProxy::some(QRandomGenerator &random, Do &&act)
{
    int hit = 0;
    for (Line *line : findChildren<Line *>()) {
        if (random.bounded(2) == 0) {
            act(*line);
            ++hit;
        }
    }
    return hit;
}

int FaultyProxy::cut(QRandomGenerator &random)
{
    return some(random, [](Line &line) { line.cut(); });
}

int FaultyProxy::cutInTheMiddle(QRandomGenerator &random)
{
    return some(random, [](Line &line) { line.cutInTheMiddle(); });
}

int FaultyProxy::freeze(QRandomGenerator &random)
{
    return some(random, [](Line &line) { line.freeze(); });
}

void FaultyProxy::cutFrozen()
{
    for (Line *line : findChildren<Line *>()) {
        if (line->isFrozen())
            line->cut();
    }
}

void FaultyProxy::stopReading(QRandomGenerator &random)
{
    some(random, [](Line &line) {
        if (line.isWebSocket())
            line.stopReading();
    });
}

int FaultyProxy::notReading() const
{
    const QList<Line *> lines = findChildren<Line *>();
    return int(std::ranges::count(lines, false, &Line::isReading));
}

void FaultyProxy::readOn()
{
    for (Line *line : findChildren<Line *>())
        line->readOn();
}

Line::Line(QTcpSocket *client, quint16 serverPort, FaultyProxy &proxy)
    : QObject(&proxy)
    , m_proxy(proxy)
    , m_client(client)
    , m_server(new QTcpSocket(this))
    , m_up{m_client, m_server, {}}
    , m_down{m_server, m_client, {}}
{
    m_client->setParent(this);
    m_clock.start();
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Line::passOn);
    connect(m_client, &QTcpSocket::readyRead, this, [this] { take(m_up); });
    connect(m_server, &QTcpSocket::readyRead, this, [this] { take(m_down); });
    connect(m_server, &QTcpSocket::connected, this, &Line::passOn);
    connect(m_client, &QTcpSocket::disconnected, this, &Line::cut);
    connect(m_server, &QTcpSocket::errorOccurred, this, &Line::cut); // refused, or closed
    m_server->bind(QHostAddress::LocalHost);
    m_server->setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption, receiveBufferBytes);
    m_server->connectToHost(QHostAddress::LocalHost, serverPort);
}

void Line::cut()
{
    m_client->disconnect(this);
    m_server->disconnect(this);
    m_client->abort();
    m_server->abort();
    m_timer.stop();
    setParent(nullptr);
    deleteLater();
}

void Line::stopReading()
{
    m_reading = false;
    m_server->setReadBufferSize(1);
}

void Line::readOn()
{
    if (std::exchange(m_reading, true))
        return;
    m_server->setReadBufferSize(0);
    take(m_down);
}

void Line::take(Direction &direction)
{
    if (&direction == &m_down && !m_reading)
        return;
    const QByteArray bytes = direction.from->readAll();
    m_webSocket = m_webSocket || (&direction == &m_up && bytes.contains("Upgrade: websocket"));
    if (m_frozen)
        return;
    const auto &[delay, splitting] = m_proxy.m_weather;
    QRandomGenerator &random = m_proxy.m_random;
    if (m_cutting) {
        direction.to->write(bytes.first(bytes.size() / 2));
        direction.to->flush();
        cut();
        return;
    }
    qint64 due = direction.pieces.empty() ? 0 : direction.pieces.back().due;
    due = std::max(due, m_clock.elapsed() + (delay > 0 ? random.bounded(delay) : 0));
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype size = splitting ? 1 + random.bounded(400) : bytes.size();
        direction.pieces.push_back({due, bytes.mid(at, size)});
        at += size;
        due += splitting && delay > 0 ? random.bounded(2) : 0;
    }
    passOn();
}

void Line::passOn()
{
    pass(m_up);
    pass(m_down);
    qint64 next = -1;
    for (const Direction *direction : {&m_up, &m_down}) {
        if (!direction->pieces.empty() && direction->to->state() == QAbstractSocket::ConnectedState) {
            const qint64 due = std::max<qint64>(direction->pieces.front().due - m_clock.elapsed(), 0);
            next = next < 0 ? due : std::min(next, due);
        }
    }
    if (next >= 0)
        m_timer.start(int(next));
}

void Line::pass(Direction &direction)
{
    const auto isConnected = [&] { return direction.to->state() == QAbstractSocket::ConnectedState; };
    while (isConnected() && !direction.pieces.empty() && direction.pieces.front().due <= m_clock.elapsed()) {
        if (!m_frozen) {
            direction.to->write(direction.pieces.front().bytes);
            direction.to->flush(); // each piece in a segment of its own
        }
        direction.pieces.pop_front();
    }
}

} // namespace Hearth::Rig
