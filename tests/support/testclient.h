// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QWebSocket>

namespace Hearth::Test {

// How long a test waits for what must come; long enough for a sanitizer's server on a busy machine.
inline constexpr int patienceMs = 60'000;

struct Answer {
    int status = 0;
    QByteArray body;
    QJsonObject json;
    QList<QNetworkReply::RawHeaderPair> headers;

    [[nodiscard]] QByteArray header(const QByteArray &name) const;
    [[nodiscard]] QString code() const; // of a problem document
    [[nodiscard]] QString pointer() const; // of its first error
};

// REST as a script would use it: one call after another, each waited for.
class RestClient
{
public:
    RestClient(QUrl server, QString token)
        : m_server(std::move(server))
        , m_token(std::move(token))
    { }

    Answer get(const QString &path) { return call("GET", path); }
    Answer post(const QString &path, const QJsonObject &body = {});
    Answer call(const QByteArray &method, const QString &path, const QByteArray &body = {},
                const QList<QNetworkReply::RawHeaderPair> &headers = {});

private:
    const QUrl m_server;
    const QString m_token;
    QNetworkAccessManager m_network;
};

// What /metrics says of a series; -1 when it does not name it.
[[nodiscard]] double figure(const QByteArray &metrics, const QByteArray &series);

// A WebSocket that remembers the frames it got until a test has looked at them.
class FrameClient : public QObject
{
    Q_OBJECT

public:
    FrameClient(const QUrl &server, const QString &token); // waits for the hello

    [[nodiscard]] const QJsonObject &hello() const { return m_hello; } // empty: it was not let in

    // The oldest frame of this type that was not taken yet, waiting for it; empty when it does not come.
    QJsonObject take(const QString &type, int timeoutMs = patienceMs);
    QJsonObject takeAny(int timeoutMs = patienceMs);
    [[nodiscard]] bool has(const QString &type) const;
    void forget() { m_frames.clear(); }

    void send(const QJsonObject &frame);
    void sendText(const QString &text) { m_socket.sendTextMessage(text); }

    // Sends a request and takes its ack or error.
    QJsonObject request(QJsonObject frame);

    [[nodiscard]] bool isOpen() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    [[nodiscard]] int closeCode() const { return m_socket.closeCode(); }
    void close() { m_socket.close(); }

private:
    QJsonObject takeWhere(const std::function<bool(const QJsonObject &)> &matches, int timeoutMs);

    QWebSocket m_socket;
    QJsonObject m_hello;
    QList<QJsonObject> m_frames;
    int m_nextId = 1;
};

} // namespace Hearth::Test
