// SPDX-License-Identifier: Apache-2.0
#include "support/testclient.h"

#include <QJsonDocument>
#include <QNetworkRequest>
#include <QTest>

namespace Hearth::Test {

using namespace Qt::Literals::StringLiterals;

QByteArray Answer::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

QString Answer::code() const
{
    return json.value("code"_L1).toString();
}

QString Answer::pointer() const
{
    return json.value("errors"_L1).toArray().at(0).toObject().value("pointer"_L1).toString();
}

Answer RestClient::post(const QString &path, const QJsonObject &body)
{
    return call("POST", path, QJsonDocument(body).toJson(QJsonDocument::Compact));
}

Answer RestClient::call(const QByteArray &method, const QString &path, const QByteArray &body,
                        const QList<QNetworkReply::RawHeaderPair> &headers)
{
    QNetworkRequest request(QUrl(m_server.toString(QUrl::RemovePath) + path));
    if (!m_token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + m_token.toLatin1());
    if (!body.isEmpty()) // headers may say otherwise
        request.setRawHeader("Content-Type", "application/json");
    for (const auto &[name, value] : headers)
        request.setRawHeader(name, value);
    // A HEAD of the custom kind would wait for the body that is announced.
    const std::unique_ptr<QNetworkReply> reply(
        method == "HEAD" ? m_network.head(request) : m_network.sendCustomRequest(request, method, body));
    if (!QTest::qWaitFor([&reply] { return reply->isFinished(); }, patienceMs))
        reply->abort();
    Answer answer;
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.body = reply->readAll();
    answer.json = QJsonDocument::fromJson(answer.body).object();
    answer.headers = reply->rawHeaderPairs();
    return answer;
}

double figure(const QByteArray &metrics, const QByteArray &series)
{
    for (const QByteArray &line : metrics.split('\n')) {
        if (line.startsWith(series + ' '))
            return line.mid(series.size() + 1).toDouble();
    }
    return -1;
}

FrameClient::FrameClient(const QUrl &server, const QString &token)
{
    connect(&m_socket, &QWebSocket::textMessageReceived, this,
            [this](const QString &text) { m_frames += QJsonDocument::fromJson(text.toUtf8()).object(); });
    QNetworkRequest request(server);
    request.setRawHeader("Authorization", "Bearer " + token.toLatin1());
    m_socket.open(request);
    m_hello = take(u"hello"_s);
}

QJsonObject FrameClient::take(const QString &type, int timeoutMs)
{
    return takeWhere([&type](const QJsonObject &frame) { return frame.value("type"_L1) == type; }, timeoutMs);
}

QJsonObject FrameClient::takeAny(int timeoutMs)
{
    return takeWhere([](const QJsonObject &) { return true; }, timeoutMs);
}

QJsonObject FrameClient::takeWhere(const std::function<bool(const QJsonObject &)> &matches, int timeoutMs)
{
    const auto find = [&] { return std::ranges::find_if(m_frames, matches); };
    const auto isOver = [this] { return m_socket.state() == QAbstractSocket::UnconnectedState; };
    (void)QTest::qWaitFor([&] { return find() != m_frames.end() || isOver(); }, timeoutMs);
    const auto found = find();
    return found == m_frames.end() ? QJsonObject() : m_frames.takeAt(found - m_frames.begin());
}

bool FrameClient::has(const QString &type) const
{
    return std::ranges::any_of(m_frames,
                               [&type](const QJsonObject &frame) { return frame.value("type"_L1) == type; });
}

void FrameClient::send(const QJsonObject &frame)
{
    sendText(QString::fromUtf8(QJsonDocument(frame).toJson(QJsonDocument::Compact)));
}

QJsonObject FrameClient::request(QJsonObject frame)
{
    const QString id = u"request-%1"_s.arg(m_nextId++);
    frame.insert("id"_L1, id);
    send(frame);
    return takeWhere(
        [&id](const QJsonObject &answer) {
            const QString type = answer.value("type"_L1).toString();
            return answer.value("id"_L1) == id && (type == "ack"_L1 || type == "error"_L1);
        },
        patienceMs);
}

} // namespace Hearth::Test
